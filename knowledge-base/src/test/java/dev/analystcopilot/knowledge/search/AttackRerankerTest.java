package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AttackRerankerTest {
    private final AttackReranker reranker = new AttackReranker();

    @Test
    void theIdThatIsAskedForGainsMost() {
        assertThat(bonus("What does T1055.012 describe?", passage("T1055.012", "technique", "Process Hollowing")))
                .isEqualTo(1);
    }

    @Test
    void aNamedPageGainsOverItsNeighbours() {
        String question = "How do attackers abuse scheduled tasks with Valak malware?";
        assertThat(bonus(question, passage("S0476", "software", "Valak")))
                .isGreaterThan(bonus(question, passage("S0477", "software", "Valakas")));
    }

    @Test
    void theKindThatIsAskedForGains() {
        String question = "Which mitigation stops unsigned scripts?";
        assertThat(bonus(question, passage("M1045", "mitigation", "Code Signing")))
                .isGreaterThan(bonus(question, passage("T1059", "technique", "Command and Scripting Interpreter")));
    }

    @Test
    void whatIsSoughtIsReadByBaseForms() {
        assertThat(reranker.read("How can we prevent or detect stolen tokens?").kinds())
                .containsExactlyInAnyOrder("mitigation", "detection");
        assertThat(reranker.read("Which groups have used web shells?").kinds()).containsExactly("group");
        assertThat(reranker.read("哪些组织使用过 Web Shell？").kinds()).containsExactly("group");
    }

    @Test
    void otherDocumentsGainNothing() {
        assertThat(bonus("Which technique is T1059?", passage("T1059", "runbook", "T1059")))
                .isZero();
    }

    private double bonus(String question, Passage passage) {
        return reranker.bonus(reranker.read(question), passage);
    }

    private static Passage passage(String ref, String kind, String title) {
        return new Passage(
                ref, ref, ref, kind, Audience.ANALYST, Language.EN, title, "Description", "…", "", List.of(ref));
    }
}
