package dev.analystcopilot.triage.narrate.question;

import static dev.analystcopilot.triage.narrate.question.Intent.DID_IT_SUCCEED;
import static dev.analystcopilot.triage.narrate.question.Intent.EXPLAIN_TECHNIQUE;
import static dev.analystcopilot.triage.narrate.question.Intent.KNOWLEDGE;
import static dev.analystcopilot.triage.narrate.question.Intent.LIST_CASES;
import static dev.analystcopilot.triage.narrate.question.Intent.MISSING;
import static dev.analystcopilot.triage.narrate.question.Intent.NEXT_STEPS;
import static dev.analystcopilot.triage.narrate.question.Intent.WHAT_HAPPENED;
import static dev.analystcopilot.triage.narrate.question.Intent.WHO_AFFECTED;
import static dev.analystcopilot.triage.narrate.question.Intent.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {
    /// A Wednesday.
    private static final Instant NOW = Instant.parse("2026-11-18T10:30:00Z");

    private final QuestionReader reader = new QuestionReader();

    @Test
    void isUnsureWhereExamplesDoNotAgree() {
        var divided = new QuestionReader((text, language) -> Map.of(
                Intent.WHY, 0.2, Intent.KNOWLEDGE, 0.2, Intent.COUNT, 0.2, Intent.SIMILAR, 0.2, Intent.HUNT, 0.2));

        assertThat(divided.read("zork the grue on web-01", Optional.empty(), NOW)
                        .specifics()
                        .isUnsure())
                .isTrue();
    }

    @Test
    void followsExamplesWhereWordsSayNothing() {
        var sure = new QuestionReader((text, language) -> Map.of(Intent.NEXT_STEPS, 0.7, Intent.WHY, 0.3));

        assertThat(sure.read("shall web-01 be unplugged", Optional.empty(), NOW).intents())
                .containsExactly(Intent.NEXT_STEPS);
    }

    @Test
    void takesNoExampleForWhatCannotBeMeant() {
        var wrong = new QuestionReader((text, language) -> Map.of(Intent.COMPARE_CASES, 0.8, Intent.WHO_AFFECTED, 0.2));

        assertThat(wrong.read("zork the grue on web-01", Optional.empty(), NOW).intents())
                .doesNotContain(Intent.COMPARE_CASES);
    }

    @Test
    void leavesABareNameToTheRules() {
        var other = new QuestionReader((text, language) -> Map.of(Intent.WHY, 1.0));

        assertThat(other.read("web-01?", Optional.empty(), NOW).intents()).containsExactly(Intent.ENTITY);
    }

    @Test
    void keepsWhatWordsSayOutright() {
        var other = new QuestionReader((text, language) -> Map.of(Intent.ENTITY, 1.0));

        assertThat(other.read("how many alerts on web-01?", Optional.empty(), NOW)
                        .intents())
                .containsExactly(Intent.COUNT);
    }

    private Question read(String text) {
        return reader.read(text, Optional.empty(), NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What happened on the intranet server on 24 January 2022 (UTC), and did it succeed?",
                "2022年1月24日（UTC）内网服务器（intranet server）上发生了什么，是否成功？",
                "2022年1月24日（UTC）内网服务器上发生了什么，攻击成功了吗？",
                "On Jan 24, 2022, what happened on intranet_server? Was it successful?",
            })
    void understandsTheSameQuestionInManyWords(String text) {
        Question question = read(text);

        assertThat(question.intents()).containsExactly(WHAT_HAPPENED, DID_IT_SUCCEED);
        assertThat(question.mentions()).contains("intranet_server", "intranet-server", "intranetserver");
        assertThat(question.window())
                .contains(new TimeWindow(Instant.parse("2022-01-24T00:00:00Z"), Instant.parse("2022-01-25T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                what happened today?                            | 2026-11-18T00:00:00Z | 2026-11-19T00:00:00Z
                yesterday                                       | 2026-11-17T00:00:00Z | 2026-11-18T00:00:00Z
                昨天有什么情况                                   | 2026-11-17T00:00:00Z | 2026-11-18T00:00:00Z
                last night on web-01                            | 2026-11-17T18:00:00Z | 2026-11-18T08:00:00Z
                昨晚web-01上发生了什么                            | 2026-11-17T18:00:00Z | 2026-11-18T08:00:00Z
                in the last 24 hours                            | 2026-11-17T10:30:00Z | 2026-11-18T10:30:01Z
                最近24小时                                       | 2026-11-17T10:30:00Z | 2026-11-18T10:30:01Z
                过去三天                                         | 2026-11-15T10:30:00Z | 2026-11-18T10:30:01Z
                past two weeks                                  | 2026-11-04T10:30:00Z | 2026-11-18T10:30:01Z
                this week                                       | 2026-11-16T00:00:00Z | 2026-11-23T00:00:00Z
                上周                                             | 2026-11-09T00:00:00Z | 2026-11-16T00:00:00Z
                上周一                                           | 2026-11-09T00:00:00Z | 2026-11-10T00:00:00Z
                on Monday                                       | 2026-11-16T00:00:00Z | 2026-11-17T00:00:00Z
                24.1.2022                                       | 2022-01-24T00:00:00Z | 2022-01-25T00:00:00Z
                2022-01-24                                      | 2022-01-24T00:00:00Z | 2022-01-25T00:00:00Z
                between 24 January and 26 January 2022          | 2022-01-24T00:00:00Z | 2022-01-27T00:00:00Z
                from 24 to 26 January 2022                      | 2022-01-24T00:00:00Z | 2022-01-27T00:00:00Z
                2022年1月24日到26日                               | 2022-01-24T00:00:00Z | 2022-01-27T00:00:00Z
                January 2022                                    | 2022-01-01T00:00:00Z | 2022-02-01T00:00:00Z
                3月5日                                           | 2026-03-05T00:00:00Z | 2026-03-06T00:00:00Z
                on 24 December                                  | 2025-12-24T00:00:00Z | 2025-12-25T00:00:00Z
                24 January 2022 between 03:50 and 04:40         | 2022-01-24T03:50:00Z | 2022-01-24T04:41:00Z
                2022年1月24日凌晨3点50分到4点半                    | 2022-01-24T03:50:00Z | 2022-01-24T04:31:00Z
                2022年1月24日下午3点                              | 2022-01-24T14:45:00Z | 2022-01-24T15:16:00Z
                yesterday after 18:00                           | 2026-11-17T18:00:00Z | 2026-11-18T00:00:00Z
                2022-01-24T03:57:26Z                            | 2022-01-24T03:42:26Z | 2022-01-24T04:13:26Z
                北京时间2022年1月24日12点到13点                    | 2022-01-24T04:00:00Z | 2022-01-24T05:01:00Z
                24 January 2022 (UTC+8)                         | 2022-01-23T16:00:00Z | 2022-01-24T16:00:00Z
                """)
    void readsTimes(String text, Instant from, Instant to) {
        assertThat(read(text).window()).contains(new TimeWindow(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"what happened on 31 February 2022", "12345678", "version 1.2.3", "at 99:99", "第3步"})
    void readsNoTimeWhereThereIsNone(String text) {
        assertThat(read(text).window()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                what happened on web-01?                          | web-01,web01
                Has 203.0.113.9 been seen?                        | 203.0.113.9
                Has hxxp://evil[.]com/x been seen?                | evil.com
                did user bob log in                               | bob
                What did Alice do yesterday?                      | alice
                what happened on bastion yesterday                | bastion
                用户 jdoe 做了什么                                  | jdoe
                主机web01怎么了                                     | web01
                "内网门户" 出了什么事                                 | 内网门户,intranet_server
                who opened /var/www/html/shell.php                | /var/www/html/shell.php
                mails from alice@corp.example                     | alice@corp.example
                防火墙有什么情况                                     | firewall,inet-firewall
                what about the file share                         | file_share,internal_share
                域控上发生了什么                                     | dc
                """)
    void findsNames(String text, String mentions) {
        assertThat(read(text).mentions()).contains(mentions.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what happened on 24 January 2022?",
                "Which cases are most urgent this week?",
                "Is this a false-positive, i.e. what speaks against it and/or what is missing?",
                "哪些案件最紧急？",
                "我点了可疑链接怎么办"
            })
    void findsNoNamesWhereThereAreNone(String text) {
        assertThat(read(text).mentions()).isEmpty();
    }

    static Stream<Object[]> intents() {
        return Stream.of(new Object[][] {
            {"what happened on web-01 last night, did it succeed, what next?", "WHAT_HAPPENED DID_IT_SUCCEED NEXT_STEPS"
            },
            {"昨晚web-01上发生了什么？成功了吗？下一步怎么办？", "WHAT_HAPPENED DID_IT_SUCCEED NEXT_STEPS"},
            {"Who was affected on 24 January 2022?", WHO_AFFECTED.name()},
            {"影响了哪些主机？", WHO_AFFECTED.name()},
            {"Why is case-780dbc452e71 a true positive?", WHY.name()},
            {"为什么判为攻击？", WHY.name()},
            {"What should I do next?", NEXT_STEPS.name()},
            {"What is missing?", MISSING.name()},
            {"还缺什么证据？", MISSING.name()},
            {"Which cases are most urgent?", LIST_CASES.name()},
            {"本周最紧急的是哪些案件？", LIST_CASES.name()},
            {"What is T1505.003?", EXPLAIN_TECHNIQUE.name()},
            {"t1110 是什么意思", EXPLAIN_TECHNIQUE.name()},
            {"What is a web shell?", KNOWLEDGE.name()},
            {"什么是钓鱼邮件", KNOWLEDGE.name()},
            {"web-01 on 24 January 2022", "WHAT_HAPPENED DID_IT_SUCCEED"},
            {"hello", "GREETING"},
        });
    }

    @ParameterizedTest
    @MethodSource("intents")
    void tellsIntents(String text, String intents) {
        assertThat(read(text).intents())
                .isEqualTo(
                        Arrays.stream(intents.split(" ")).map(Intent::valueOf).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "What happened on 内网服务器 on 24 January?,EN",
        "intranet_server 上发生了什么,ZH",
        "case-780dbc452e71 为什么,ZH",
        "hello,EN"
    })
    void tellsTheLanguage(String text, Language language) {
        assertThat(read(text).language()).isEqualTo(language);
    }

    @Test
    void theAskerMaySetTheLanguage() {
        Question question = reader.read("发生了什么", Optional.of(Language.EN), Optional.empty(), NOW);

        assertThat(question.language()).isEqualTo(Language.EN);
    }

    @Test
    void namesCasesAndTechniques() {
        Question question = reader.read("Is T1505.003 in case-780dbc452e71?", Optional.of("case-0123456789ab"), NOW);

        assertThat(question.caseIds()).containsExactly("case-780dbc452e71", "case-0123456789ab");
        assertThat(question.techniqueId()).contains("T1505.003");
        assertThat(question.mentions()).isEmpty();
    }

    @Test
    void longAndStrangeTextIsReadQuickly() {
        String text = "a-".repeat(100_000) + "“".repeat(5_000) + "2022年".repeat(5_000) + "\u0000\uD800";

        assertThat(read(text).text()).isEqualTo(text);
    }
}
