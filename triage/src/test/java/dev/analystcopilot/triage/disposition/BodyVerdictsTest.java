package dev.analystcopilot.triage.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.triage.Told;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.KnownFact;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyVerdictsTest {
    private static final BodyVerdicts BODIES = new BodyVerdicts(new Phrases());
    private static final Disposition OPEN =
            new Disposition(Verdict.INSUFFICIENT_DATA, 0.8, 0.3, List.of(), List.of(), List.of());

    @Test
    void aBodyThatShowsAnAttackSettlesWhatIsOpen() {
        assertThat(settled(0.9f, "fetch-and-run")).isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void whatShowsTimeAndAgainIsNotSettledByAMildSign() {
        assertThat(settled(0.2f, "cron-changed")).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void aCertainSignSettlesItHoweverOftenItShows() {
        assertThat(settled(0.2f, "amsi-bypass", "fetch-and-run")).isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void everydayWorkIsSetAside() {
        assertThat(settled(0.9f, "policy-test-file").setAside()).isTrue();
    }

    @Test
    void whatIsSettledStaysAsItIs() {
        var settled = new Disposition(Verdict.BENIGN, 0.9, 0.1, List.of(), List.of(), List.of());
        assertThat(BODIES.settle(draft(0.9f, "fetch-and-run"), CaseContext.none(), settled))
                .isSameAs(settled);
    }

    @Test
    void aBodyThatAFactExplainsLeavesTheCaseOpen() {
        CaseDraft draft = draft(0.9f, "fetch-and-run");
        var host = new Entity.Host("pc-1");
        var fact = new Fact(
                "f",
                Fact.Kind.APPROVED_SCANNER,
                List.of(host),
                Instant.EPOCH,
                Instant.parse("2999-01-01T00:00:00Z"),
                "",
                "lead");
        var context =
                new CaseContext(List.of(), List.of(new KnownFact(fact, Set.of(host))), List.of(), List.of(), List.of());

        assertThat(BODIES.settle(draft, context, OPEN).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    private static Verdict settled(float rarity, String... signs) {
        return BODIES.settle(draft(rarity, signs), CaseContext.none(), OPEN).verdict();
    }

    private static CaseDraft draft(float rarity, String... signs) {
        CaseDraft told = Told.draft(
                Told.at(0).named("Event").on("pc-1").severe(Severity.LOW).shows(signs));
        Evidence e = told.evidence().getFirst();
        return new CaseDraft(List.of(new Evidence(e.burst(), 0.5f, rarity, 1, 0.1f, Optional.empty())));
    }
}
