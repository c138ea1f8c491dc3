package dev.analystcopilot.triage.narrate.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases that are meant by how urgent they are, and lists that are not.
class RankedQuestionsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:30:00Z");
    private static final String SCREEN = "case-5e4d3c2b";

    private final Dialogue dialogue = dialogue();

    Dialogue dialogue() {
        return new Dialogue();
    }

    private Question read(String text, String... earlier) {
        return dialogue.read(text, Optional.empty(), Optional.empty(), Arrays.asList(earlier), NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Which users are in the worst case?                          | WHO_AFFECTED   | 1
                who is affected by the most urgent case                     | WHO_AFFECTED   | 1
                What happened in the most serious incident?                 | WHAT_HAPPENED  | 1
                what happened in the worst case last night                  | WHAT_HAPPENED  | 1
                Why is the highest-ranked case an attack?                   | WHY            | 1
                what should we do next about the top case?                  | NEXT_STEPS     | 1
                Which hosts does the most dangerous attack touch, which hosts are affected? | WHO_AFFECTED | 1
                did the biggest attack succeed?                             | DID_IT_SUCCEED | 1
                what is missing in the most critical case?                  | MISSING        | 1
                walk me through the nastiest incident                       | WHAT_HAPPENED  | 1
                which case is the most urgent, and who is affected?         | WHO_AFFECTED   | 1
                which incident is worst and why                             | WHY            | 1
                what happened in the second most urgent case                | WHAT_HAPPENED  | 2
                have we seen the worst case before?                         | SIMILAR        | 1
                which account is the most suspicious?                       | WHO_AFFECTED   | 1
                what host looks most suspicious right now                   | WHO_AFFECTED   | 1
                Which address is the most dangerous                         | WHO_AFFECTED   | 1
                who is the most suspicious user                             | WHO_AFFECTED   | 1
                show me the riskiest machine                                | WHO_AFFECTED   | 1
                最严重的案件影响了哪些用户？                                    | WHO_AFFECTED   | 1
                最紧急的案件里有哪些账号受影响                                   | WHO_AFFECTED   | 1
                最严重的那个案件发生了什么                                      | WHAT_HAPPENED  | 1
                昨晚最危险的事件是怎么回事？                                     | WHAT_HAPPENED  | 1
                为什么最紧急的案件是攻击                                        | WHY            | 1
                最要紧的案件下一步怎么办                                        | NEXT_STEPS     | 1
                最严重的攻击成功了吗                                           | DID_IT_SUCCEED | 1
                最棘手的案子还缺什么证据                                        | MISSING        | 1
                哪个案件最严重，影响了谁？                                       | WHO_AFFECTED   | 1
                风险最高的案件涉及谁                                           | WHO_AFFECTED   | 1
                排在第一的案件怎么处理                                          | NEXT_STEPS     | 1
                第二紧急的案件发生了什么                                        | WHAT_HAPPENED  | 2
                哪个账号最可疑？                                              | WHO_AFFECTED   | 1
                哪台主机最可疑                                                | WHO_AFFECTED   | 1
                哪些地址看起来最危险                                            | WHO_AFFECTED   | 1
                最可疑的用户是谁                                               | WHO_AFFECTED   | 1
                谁的嫌疑最大                                                  | WHO_AFFECTED   | 1
                """)
    void takesOneCaseByItsPlace(String asked, Intent intent, int place) {
        Question question = read(asked);

        assertThat(question.intents()).contains(intent).doesNotContain(Intent.LIST_CASES);
        assertThat(question.specifics().places()).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                compare the two worst cases                    | 1 | 2
                Compare the top 3 cases                        | 1 | 2
                compare the 2 most dangerous incidents         | 1 | 2
                how do the two most severe cases differ?       | 1 | 2
                are the top two related?                       | 1 | 2
                compare case 1 and 2 of the list               | 1 | 2
                compare case 1 with case 3                     | 1 | 3
                compare the first and the third case           | 1 | 3
                what do cases 2 and 3 have in common?          | 2 | 3
                compare the worst case with the second worst   | 1 | 2
                对比最严重的两个案件                              | 1 | 2
                比较最紧急的两个案件                              | 1 | 2
                最危险的两起事件有什么区别                          | 1 | 2
                对比前两个案件                                   | 1 | 2
                比较排在前三个的案件                              | 1 | 2
                比较列表中的案件1和案件2                           | 1 | 2
                比较第一个和第三个案件                             | 1 | 3
                第2个案件和第3个案件有什么不同                      | 2 | 3
                """)
    void comparesCasesByTheirPlaces(String asked, int one, int other) {
        Question question = read(asked);

        assertThat(question.intents()).containsExactly(Intent.COMPARE_CASES);
        assertThat(question.specifics().places()).containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which cases are most urgent?",
                "What is the worst case?",
                "show me the most serious incident",
                "which case is the most urgent right now?",
                "what are the worst cases of this week",
                "最紧急的是哪些案件？",
                "哪个案件最严重？",
                "最严重的案件是哪个",
                "最危险的案件有哪些",
                "列出最严重的案件"
            })
    void aListStaysAList(String asked) {
        Question question = read(asked);

        assertThat(question.intents()).contains(Intent.LIST_CASES);
        assertThat(question.isRanked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                which host has most alerts?                                 | COUNT
                how many alerts are in the worst case?                      | COUNT
                which rule fires most?                                      | COUNT
                compare web-01 and web-02                                   | COMPARE_CASES
                哪台主机告警最多                                               | COUNT
                对比 web-01 和 db-02                                        | COMPARE_CASES
                """)
    void meansNoPlaceWhereNoneIsSaid(String asked, Intent intent) {
        Question question = read(asked);

        assertThat(question.intents()).contains(intent);
        assertThat(question.isRanked()).isFalse();
    }

    @Test
    void aScenarioIsNoCase() {
        assertThat(read("what is the worst case scenario of ransomware, and what next?")
                        .isRanked())
                .isFalse();
    }

    @Test
    void theCaseOnTheScreenIsLeftForTheWorst() {
        Question worst = dialogue.read(
                "What happened in the worst case?", Optional.empty(), Optional.of(SCREEN), List.of(), NOW);
        Question screen =
                dialogue.read("Why is this the worst case?", Optional.empty(), Optional.of(SCREEN), List.of(), NOW);
        Question account = dialogue.read(
                "Which account is the most suspicious?", Optional.empty(), Optional.of(SCREEN), List.of(), NOW);
        Question both = dialogue.read(
                "Compare this case with the most urgent case", Optional.empty(), Optional.of(SCREEN), List.of(), NOW);

        assertThat(worst.caseIds()).isEmpty();
        assertThat(screen.caseIds()).containsExactly(SCREEN);
        assertThat(account.caseIds()).containsExactly(SCREEN);
        assertThat(account.intents()).contains(Intent.WHO_AFFECTED);
        assertThat(both.caseIds()).containsExactly(SCREEN);
        assertThat(both.specifics().places()).containsExactly(1);
    }

    @Test
    void takesNothingOverFromBeforeButTheTimeOfAList() {
        Question other = read("Who is affected in the worst case?", "What happened on web-01 last night?");
        Question listed = read("compare case 1 and 2", "Which cases from yesterday are most urgent?");

        assertThat(other.mentions()).isEmpty();
        assertThat(other.window()).isEmpty();
        assertThat(listed.specifics().places()).containsExactly(1, 2);
        assertThat(listed.window().orElseThrow().from()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
    }
}
