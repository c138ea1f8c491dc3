package dev.analystcopilot.api.tool.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Suggestions are offered to those who ask for them, and to nobody else.
class WishesTest {
    private final Wishes wishes = new Wishes(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What should we do next?",
                "isolate web-01",
                "Propose response actions for this case",
                "Please block 203.0.113.9",
                "how do we contain the attack",
                "下一步怎么办",
                "隔离这台主机",
                "请给出处置建议",
                "建议采取什么措施"
            })
    void anActionIsWanted(String question) {
        assertThat(wishes.wantAction(of(question))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What happened on web-01?",
                "Which alerts contain mimikatz?",
                "Was the connection blocked?",
                "Was the account disabled yesterday?",
                "Summarise case-0a1b2c3d4e5f",
                "which users did it affect",
                "Why is this a true positive?",
                "发生了什么",
                "哪些主机受影响",
                "处置结论是什么",
                "这个案件为什么是误报"
            })
    void noActionIsWanted(String question) {
        assertThat(wishes.wantAction(of(question))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mark this as false positive",
                "Save the verdict benign",
                "Which verdict would you suggest?",
                "close this case",
                "把这个案件标记为误报",
                "判为良性",
                "请保存判定"
            })
    void aVerdictIsWanted(String question) {
        assertThat(wishes.wantVerdict(of(question))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why this verdict?",
                "What is the verdict of case-0a1b2c3d4e5f?",
                "Is this a false positive?",
                "show false positives",
                "判定依据是什么",
                "结论为什么是误报",
                "What happened?"
            })
    void noVerdictIsWanted(String question) {
        assertThat(wishes.wantVerdict(of(question))).isFalse();
    }

    private static Inquiry of(String question) {
        return new Inquiry(
                new Caller("ana", "demo", Set.of(Role.ANALYST)), question, Optional.empty(), Language.EN, List.of());
    }
}
