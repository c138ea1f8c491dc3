package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.ComparedCases;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.EntityFacts;
import dev.analystcopilot.triage.narrate.fact.HuntFacts;
import dev.analystcopilot.triage.narrate.fact.OneAlert;
import dev.analystcopilot.triage.narrate.fact.PastOfCase;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.fact.TextFacts;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import dev.analystcopilot.triage.narrate.topic.AnalystNarrator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole answers that are not about one case. Change a golden text only after reading it aloud.
class TopicGoldenTest {
    private static final AnalystNarrator NARRATOR =
            new AnalystNarrator(TechniqueCatalog.load(), new Narrator(TechniqueCatalog.load()));
    private static final CaseDocument ATTACK = IntranetCase.document();
    private static final CaseDocument OTHER = IntranetCase.document("case-aaaabbbbcccc", "web-02");
    private static final Instant AT = Instant.parse("2022-01-24T04:01:12Z");
    private static final AlertFact ALERT = new AlertFact(
            "a3-0",
            AT,
            "Script in the upload folder started a shell",
            "wazuh",
            List.of("host:intranet_server", "user:www-data", "ip:203.0.113.80"));
    private static final TimeWindow NIGHT =
            new TimeWindow(Instant.parse("2022-01-23T22:00:00Z"), Instant.parse("2022-01-24T06:00:00Z"));

    static Stream<Arguments> topics() {
        return Stream.of(
                Arguments.of("compare", "compare the two", "对比这两个案件", new ComparedCases(List.of(OTHER, ATTACK))),
                Arguments.of(
                        "compare_one", "compare web-02 with x-9", "比较 web-02 和 x-9", new ComparedCases(List.of(OTHER))),
                Arguments.of("count", "how many alerts on web-02 by rule", "web-02 有多少告警，按规则统计", count()),
                Arguments.of("hunt", "list alerts", "列出告警", hunt()),
                Arguments.of("entity", "what do we know about jhall", "关于jhall我们知道什么", entity()),
                Arguments.of("entity_none", "what do we know about web-9", "关于web-9我们知道什么", unknownEntity()),
                Arguments.of("alert", "explain alert a3-0", "解释告警 a3-0", alert()),
                Arguments.of("similar", "have we seen this before", "以前见过吗", past()),
                Arguments.of("shift", "handover", "交接班", shift(false)),
                Arguments.of("shift_moved", "handover", "交接班", shift(true)),
                Arguments.of("map", "which technique is this", "这是哪个技术", text()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void readsLikeThis(String name, String english, String chinese, Topic topic) throws IOException {
        assertThat(Told.markdown(answer(english, topic))).isEqualTo(golden("topic_" + name + "_en"));
        assertThat(Told.markdown(answer(chinese, topic))).isEqualTo(golden("topic_" + name + "_zh"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyPointHasEvidence(String name, String english, String chinese, Topic topic) {
        for (String question : List.of(english, chinese)) {
            assertThat(answer(question, topic).blocks().stream()
                            .flatMap(TopicGoldenTest::points)
                            .filter(point -> !point.text().startsWith("“")))
                    .allSatisfy(
                            point -> assertThat(point.refs()).as(point.text()).isNotEmpty());
        }
    }

    private static Stream<Sentence> points(Block block) {
        return switch (block) {
            case Block.Bullets bullets -> bullets.items().stream();
            case Block.Steps steps -> steps.items().stream();
            case Block.Paragraph ignored -> Stream.of();
            case Block.Heading ignored -> Stream.of();
        };
    }

    private static Answer answer(String question, Topic topic) {
        var read = new QuestionReader().read(question, Optional.empty(), IntranetCase.NOW);
        var facts = new Facts(List.of(), Map.of(), List.of(), IntranetCase.coverage());
        return NARRATOR.answer(read, facts, topic);
    }

    private static HuntFacts hunt() {
        var query = HuntQuery.of(List.of(
                HuntCondition.of(HuntField.Name.HOST, HuntOp.IS, "web-02"),
                HuntCondition.of(HuntField.Name.TEXT, HuntOp.CONTAINS, "failed login", "登录失败")));
        var counted = new CountFacts(
                false,
                List.of("web-02"),
                List.of("like:failed login", "rated:high", "not:user=alice"),
                Optional.empty(),
                3,
                true,
                Grouping.RULE,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(ALERT));
        return new HuntFacts(
                counted, new HuntResult(query, 3, HuntResult.ALERTS, List.of()), true, List.of("pls", "prettily"));
    }

    private static CountFacts count() {
        return new CountFacts(
                false,
                List.of("web-02"),
                List.of("severity:high"),
                Optional.of(NIGHT),
                1_234,
                true,
                Grouping.RULE,
                Stream.iterate(12, n -> n - 1)
                        .limit(12)
                        .map(n -> new Tally("rule-" + n, n * 10L))
                        .toList(),
                14,
                Optional.of(NIGHT.from()),
                Optional.of(AT),
                List.of(ALERT));
    }

    private static EntityFacts entity() {
        return new EntityFacts(
                "jhall",
                List.of("user:jhall"),
                97,
                true,
                Optional.of(Instant.parse("2022-01-20T08:00:00Z")),
                Optional.of(AT),
                List.of(new EntityFacts.Said(ALERT, 90), new EntityFacts.Said(ALERT, 7)),
                List.of(new Tally("host:intranet_server", 90), new Tally("ip:203.0.113.80", 7)),
                List.of(day(20, 3), day(21, 2), day(22, 4), day(23, 3), day(24, 85)),
                List.of(ATTACK),
                List.of(new EntityFacts.Known(
                        "indicator",
                        new Bilingual("“List” from feed, confidence 80 of 100", "“List”，来自 feed，可信度 80/100"))),
                false,
                true,
                List.of());
    }

    private static EntityFacts.Day day(int day, long alerts) {
        return new EntityFacts.Day(LocalDate.of(2022, 1, day), alerts);
    }

    private static EntityFacts unknownEntity() {
        return new EntityFacts(
                "web-9",
                List.of("host:web-9"),
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                List.of("web-02"));
    }

    private static OneAlert alert() {
        return new OneAlert(
                ALERT,
                "31106",
                "GET /upload/x.php?cmd=id",
                "high",
                "succeeded",
                List.of("T1505.003"),
                Optional.of("true_positive"),
                0.91,
                Optional.of(ATTACK),
                15,
                List.of(new EntityFacts.Said(ALERT, 12)),
                List.of());
    }

    private static PastOfCase past() {
        var judged = new PastFact(
                ALERT,
                5,
                true,
                Instant.parse("2022-01-02T00:00:00Z"),
                Optional.of(new PastFact.Judgement("false_positive", "mei", Instant.parse("2022-01-03T09:00:00Z"))));
        return new PastOfCase(Optional.of(ATTACK), List.of(judged), List.of());
    }

    private static ShiftFacts shift(boolean moved) {
        return new ShiftFacts(
                NIGHT,
                moved,
                11_300,
                true,
                List.of(
                        new ShiftFacts.ShiftCase(
                                ATTACK.id(), "", "true_positive", 11_249, ATTACK.firstSeen(), ATTACK.lastSeen()),
                        new ShiftFacts.ShiftCase(
                                "case-1", "", "insufficient_data", 3, ATTACK.firstSeen(), ATTACK.lastSeen()),
                        new ShiftFacts.ShiftCase(
                                "case-2", "", "false_positive", 40, ATTACK.firstSeen(), ATTACK.lastSeen())),
                Map.of(ATTACK.id(), ATTACK),
                Map.of(),
                List.of(new ShiftFacts.Said("Scan of web-02", "benign", "mei", AT, "pentest, ticket 77")),
                List.of(new Tally("planted_instruction", 2)),
                Optional.of(NIGHT));
    }

    private static TextFacts text() {
        return new TextFacts(
                "dumped lsass memory",
                List.of(
                        new TextFacts.Guess(
                                "T1003.001",
                                new Bilingual("OS Credential Dumping: LSASS Memory", "操作系统凭据转储：LSASS 内存"),
                                0.93,
                                List.of("lsass", "dumped")),
                        new TextFacts.Guess(
                                "T1003", new Bilingual("OS Credential Dumping", "操作系统凭据转储"), 0.06, List.of())));
    }

    private static String golden(String name) throws IOException {
        String resource = "/triage/narrate/" + name + ".md";
        try (InputStream in = Objects.requireNonNull(TopicGoldenTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
