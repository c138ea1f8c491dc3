package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.AnswerPiece;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarratorTest {
    private static final String BAR =
            "What happened on the intranet server on 24 January 2022 (UTC), and did it succeed?";

    @Test
    void sameFactsGiveTheSameAnswerWhateverTheirOrder() {
        CaseDocument attack = IntranetCase.document();
        CaseDocument quiet = IntranetCase.quiet();

        Answer first = Told.answer(BAR, Optional.empty(), List.of(attack, quiet));
        Answer second = Told.answer(BAR, Optional.empty(), List.of(attack, quiet));

        assertThat(Told.markdown(second)).isEqualTo(Told.markdown(first));
        assertThat(first.caseId()).contains(attack.id());
        assertThat(first.runbooks()).containsExactly("web-shell", "privilege-escalation");
    }

    @Test
    void bothLanguagesRestOnTheSameEvidence() {
        List<String> english = ids(Told.answer(BAR));
        List<String> chinese = ids(Told.answer("2022年1月24日（UTC）内网服务器上发生了什么，是否成功？"));

        assertThat(alerts(chinese)).isEqualTo(alerts(english)).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void citesOnlyWhatWasRead() {
        Map<String, AlertFact> known = IntranetCase.alerts(IntranetCase.document());

        assertThat(alerts(ids(Told.answer(BAR))))
                .allSatisfy(id -> assertThat(known).containsKey(id));
    }

    @Test
    void everyPointAboutAlertsHasEvidence() {
        List<Sentence> points = Told.answer(BAR).blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.Bullets bullets -> bullets.items().stream();
                    case Block.Steps steps -> steps.items().stream();
                    case Block.Paragraph ignored -> Stream.<Sentence>empty();
                    case Block.Heading ignored -> Stream.<Sentence>empty();
                })
                .toList();

        assertThat(points)
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.refs()).isNotEmpty());
    }

    @Test
    void withoutAlertsTheCaseItselfIsCited() {
        CaseDocument document = IntranetCase.document();
        var narrator = new Narrator(TechniqueCatalog.load());
        var question = new QuestionReader().read(BAR, Optional.empty(), IntranetCase.NOW);

        Answer answer =
                narrator.answer(question, new Facts(List.of(document), Map.of(), List.of(), IntranetCase.coverage()));

        assertThat(ids(answer)).containsExactly(document.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Why is it an attack on intranet_server?      | **Against:** No source rates
                为什么判为攻击？                                | **存疑：** 没有任何告警源
                What next on intranet_server?                | 4. What ran. Children of the web process.
                intranet_server 下一步怎么办                   | 1. 先做内存镜像。
                What is missing on intranet_server?          | No alert shows where the credentials
                还缺什么证据？                                 | 没有告警说明提升权限
                Who was affected on 24 January 2022?         | **Accounts** jhall (7 alerts)
                影响了哪些主机？                                | **主机** intranet_server（11,230 条告警）
                Which cases are most urgent?                 | 2. **Unusual alerts on mail** Not settled
                最紧急的是哪些案件？                             | 45,544 条告警
                What is T1595?                               | its tactic is Reconnaissance
                T1505.003是什么                               | 所属战术：持久化
                What is T9999?                               | I do not know the technique T9999
                How do I handle a web shell?                 | Take a memory image first.
                WebShell怎么处置？                             | 先做内存镜像。
                What happened on mail?                       | match no attack technique
                hello there                                  | I answer questions about your alerts
                天气怎么样                                     | 不在我的知识范围内
                """)
    void answersEachKindOfQuestion(String question, String contained) {
        assertThat(Told.markdown(Told.answer(question))).contains(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"What happened on web-99?", "What happened on intranet_server in March 2020?"})
    void claimsNothingWhereNothingFits(String question) {
        Answer answer = Told.answer(question);

        assertThat(answer.caseId()).isEmpty();
        assertThat(Told.markdown(answer)).startsWith("I found no ").contains("45,544 alerts from 21 January 2022");
    }

    @Test
    void anEmptyStoreIsSaidToBeEmpty() {
        var question =
                new QuestionReader().read("最紧急的是哪些案件", Optional.of(Language.ZH), Optional.empty(), IntranetCase.NOW);
        var none =
                new Facts(List.of(), Map.of(), List.of(), new Facts.Coverage(0, 0, Optional.empty(), Optional.empty()));

        Answer answer = new Narrator(TechniqueCatalog.load()).answer(question, none);

        assertThat(Told.markdown(answer)).isEqualTo("库中还没有告警。");
    }

    @Test
    void theCaseOnTheScreenIsMeantWhereNoOtherIsNamed() {
        CaseDocument quiet = IntranetCase.quiet();

        Answer answer = Told.answer("Why?", Optional.of(quiet.id()), List.of(IntranetCase.document(), quiet));

        assertThat(answer.caseId()).contains(quiet.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Which users are in the worst case?    | Of the cases that fit, the most urgent is “Wordlist Scanning | Who and what is affected
                What happened in the most urgent case | Of the cases that fit, the most urgent is “Wordlist Scanning | What happened, in order
                Which account is the most suspicious? | Of the cases that fit, the most urgent is “Wordlist Scanning | jhall
                What next in the second worst case?   | number 2 by urgency is “Unusual alerts on mail | What to do next
                哪个账号最可疑？                         | 最紧急的是“intranet_server：字典扫描 | jhall
                最严重的案件影响了哪些用户                 | 最紧急的是“intranet_server：字典扫描 | jhall
                """)
    void tellsWhichCaseItTookByUrgency(String asked, String which, String told) {
        assertThat(Told.markdown(Told.answer(asked)))
                .contains(which, told)
                .doesNotContain("Also fitting", "同样符合", "names no case", "没有指明");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                What happened on mail on 25 January 2022 (UTC)? | Outside this time
                2022年1月25日（UTC）mail上发生了什么？            | 这段时间之外
                """)
    void endsWithWhatLiesOutsideTheTime(String asked, String heading) {
        CaseDocument quiet = IntranetCase.quiet();
        CaseDocument attack = IntranetCase.document();
        var question = new QuestionReader().read(asked, Optional.empty(), IntranetCase.NOW);
        var facts = new Facts(
                List.of(quiet), Map.of(), List.of(), IntranetCase.coverage(), List.of(), List.of(attack), Map.of());

        Answer answer = new Narrator(TechniqueCatalog.load()).answer(question, facts);

        assertThat(answer.caseId()).contains(quiet.id());
        assertThat(Told.markdown(answer).substring(Told.markdown(answer).indexOf(heading)))
                .contains("11,249");
        assertThat(ids(answer)).contains(attack.id());
    }

    private static List<String> ids(Answer answer) {
        return Told.citations(answer).stream()
                .map(AnswerPiece.Citation::ref)
                .filter(ref -> !(ref instanceof Ref.Passage))
                .map(Ref::id)
                .toList();
    }

    private static List<String> alerts(List<String> ids) {
        return ids.stream().filter(id -> !id.startsWith("case-")).toList();
    }
}
