package dev.analystcopilot.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All kinds of questions about the demo backlog, in both languages: what they cost, and that they invent nothing. The
/// answers lie in `target/answers` afterwards, to be read aloud.
@Tag("slow")
class AnswersTest {
    private static final int WARM = 2;

    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.empty", false);

    private static final Scope SCOPE = Scope.analyst("demo");
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void waitForCases() throws InterruptedException {
        Database database = API.database();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (database.cases().count(SCOPE, CaseQuery.top(1)) == 0 && System.nanoTime() < end) {
            Thread.sleep(250);
        }
        List<CaseOutline> found =
                database.cases().outlines(SCOPE, Optional.empty(), Optional.empty(), Optional.empty(), 2);
        first = found.get(0).id();
        second = found.get(1).id();
    }

    /// `[name, question, question before it or nothing]`; FIRST and SECOND are the ids of the most urgent cases.
    static Stream<List<String>> questions() {
        return Stream.of(
                List.of("what-en", "What happened on web-01, and did it succeed?"),
                List.of("what-zh", "web-01上发生了什么，是否成功？"),
                List.of("why-en", "Why is FIRST an attack?"),
                List.of("next-zh", "FIRST下一步怎么办？"),
                List.of("list-en", "Which cases are most urgent?"),
                List.of("worst-en", "Which users are in the worst case?"),
                List.of("worst-zh", "最严重的案件发生了什么？"),
                List.of("worst-second-en", "Why is the second most urgent case an attack?"),
                List.of("oddest-en", "Which host is the most suspicious?"),
                List.of("oddest-zh", "哪个账号最可疑？"),
                List.of("worst-two-en", "compare the two worst cases"),
                List.of("worst-two-zh", "比较列表中的案件1和案件3"),
                List.of("worst-other-en", "compare SECOND with the most urgent case"),
                List.of("time-en", "What happened on shop-web-01 last night?"),
                List.of("time-zh", "昨晚shop-web-01上发生了什么？"),
                List.of("compare-en", "Compare FIRST and SECOND"),
                List.of("compare-zh", "比较FIRST和SECOND"),
                List.of("shift-en", "Summarise the last 8 hours for the handover"),
                List.of("shift-zh", "最近24小时的交接班总结"),
                List.of("entity-en", "What do we know about web-01?"),
                List.of("entity-zh", "关于web-01我们知道些什么？"),
                List.of("entity-none-en", "What do we know about 192.0.2.250?"),
                List.of("count-en", "How many alerts on web-01 in the last 3 days, by rule?"),
                List.of("count-zh", "过去三天web-01有多少告警，按主机统计"),
                List.of("hunt-en", "List all failed logons on web-01 in the last 3 days"),
                List.of("hunt-zh", "把web-01上提到扫描的告警列出来"),
                List.of("hunt-none-en", "show me alerts that mention quetzalcoatl on web-01"),
                List.of("which-hosts-en", "which hosts have the most high severity alerts?"),
                List.of("who-en", "Who is affected by FIRST?"),
                List.of("who-zh", "FIRST影响了谁"),
                List.of("missing-en", "What is missing in FIRST?"),
                List.of("missing-zh", "FIRST还缺什么"),
                List.of("why-zh", "为什么说FIRST是攻击"),
                List.of("list-zh", "现在先看哪些案件"),
                List.of("technique-zh", "T1110是什么"),
                List.of("unsure-en", "blorp the frobnication of web-01 thrice"),
                List.of("count-cases-en", "How many cases are there?"),
                List.of("count-all-en", "How many alerts by severity?"),
                List.of("similar-en", "Have we seen FIRST before, and what was decided?"),
                List.of("similar-zh", "以前见过类似FIRST的情况吗？"),
                List.of("alert-en", "Explain alert ALERT"),
                List.of("alert-zh", "解释告警 ALERT"),
                List.of("map-en", "Which technique is this: attacker dumped the memory of lsass with procdump"),
                List.of("map-zh", "这属于哪个技术：对SSH服务器进行密码暴力猜测"),
                List.of("technique-en", "What is T1505.003?"),
                List.of("known-en", "How do I handle a web shell?"),
                List.of("hello-en", "hello"),
                List.of("help-zh", "你能做什么？"),
                List.of("off-en", "tell me a joke"),
                List.of("follow-en", "and did it succeed?", "What happened on web-01?"),
                List.of("follow-zh", "那下一步呢", "web-01上发生了什么？"),
                List.of("what-about-en", "what about mail-01?", "How many alerts on web-01 by rule?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void saysNothingThatIsNotInItsFacts(List<String> asked) throws IOException {
        Inquiry inquiry = inquiry(asked);
        Findings findings = API.part(AnalystResearch.class).research(inquiry);
        String answer = text(findings);
        keep(asked.getFirst(), inquiry.text(), answer);

        assertThat(answer).isNotBlank();
        assertThat(Invented.in(answer, inquiry.text(), facts(findings)))
                .as(answer)
                .isEmpty();
    }

    @Test
    void costsLittle() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (List<String> asked : questions().toList()) {
            Inquiry inquiry = inquiry(asked);
            long best = Long.MAX_VALUE;
            for (int i = 0; i <= WARM; i++) {
                long start = System.nanoTime();
                var _ = API.part(AnalystResearch.class).research(inquiry);
                best = Math.min(best, System.nanoTime() - start);
            }
            all.add(best);
            lines.add("%s %.1f ms".formatted(asked.getFirst(), best / 1e6));
        }
        long middle = all.stream().sorted().toList().get(all.size() / 2);
        lines.add("p50 %.1f ms of %d questions, best of %d runs each".formatted(middle / 1e6, all.size(), WARM + 1));
        Files.writeString(folder().resolve("times.txt"), String.join("\n", lines));

        assertThat(Duration.ofNanos(middle)).isLessThan(Duration.ofSeconds(2));
    }

    private static Inquiry inquiry(List<String> asked) {
        String alert =
                API.database().cases().alertsOf(SCOPE, first).getFirst().alert().id();
        List<String> said = asked.stream()
                .skip(1)
                .map(text ->
                        text.replace("FIRST", first).replace("SECOND", second).replace("ALERT", alert))
                .toList();
        List<Turn> before =
                said.stream().skip(1).map(text -> new Turn(Speaker.USER, text)).toList();
        Language language = new LanguageDetector().detect(said.getFirst());
        return new Inquiry(analyst(), said.getFirst(), Optional.empty(), language, before);
    }

    private static Caller analyst() {
        return new Caller("tester", "demo", Set.of(Role.ANALYST));
    }

    private static String text(Findings findings) {
        return findings.narration().stream()
                .filter(GroundedPiece.Text.class::isInstance)
                .map(piece -> ((GroundedPiece.Text) piece).text())
                .collect(Collectors.joining());
    }

    /// As the store has them: whole documents and whole alerts.
    private static List<String> facts(Findings findings) {
        List<String> facts = new ArrayList<>();
        for (EvidenceItem item : findings.book().items()) {
            facts.add(item.text() + " " + item.label() + " " + item.id());
            switch (item.kind()) {
                case CASE ->
                    API.database()
                            .cases()
                            .find(SCOPE, item.id())
                            .map(CaseRow::document)
                            .ifPresent(facts::add);
                case ALERT ->
                    API.database().alerts().find(SCOPE, item.id()).ifPresent(found -> facts.add(found.toString()));
                case PASSAGE, RESULT -> {
                    // the text says it all
                }
            }
        }
        return facts;
    }

    private static void keep(String name, String question, String answer) throws IOException {
        Files.writeString(folder().resolve(name + ".md"), "> " + question + "\n\n" + answer + "\n");
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "answers"));
    }
}
