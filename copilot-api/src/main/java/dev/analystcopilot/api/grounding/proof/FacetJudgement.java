package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Judgement;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a record says of verdict, outcome and severity. Where it says something, its words do not count: reasons
/// against a verdict name the other one.
record FacetJudgement(
        @Nullable Verdict verdict,
        @Nullable Outcome outcome,
        @Nullable Severity severity) {

    /// @param said what the record's text says
    boolean holds(Atom.Judged claim, List<Atom> said) {
        return switch (claim.judgement().family()) {
            case VERDICT -> verdict(claim).orElseGet(() -> tells(claim, said));
            case OUTCOME -> outcome(claim, said);
            case SEVERITY -> severity(claim).orElseGet(() -> tells(claim, said));
        };
    }

    private Optional<Boolean> verdict(Atom.Judged claim) {
        if (verdict == null) {
            return Optional.empty();
        }
        boolean is = switch (claim.judgement()) {
            case TRUE_POSITIVE, MALICIOUS -> verdict == Verdict.TRUE_POSITIVE;
            case FALSE_POSITIVE -> verdict == Verdict.FALSE_POSITIVE;
            case BENIGN -> verdict == Verdict.BENIGN;
            case INSUFFICIENT_DATA -> verdict == Verdict.INSUFFICIENT_DATA;
            case HARMLESS -> verdict.setAside();
            case SUCCEEDED,
                    FAILED,
                    ATTEMPTED,
                    ONLY_ATTEMPTED,
                    BLOCKED,
                    ALLOWED,
                    CRITICAL,
                    HIGH,
                    MEDIUM,
                    LOW,
                    INFORMATIONAL -> false;
        };
        return Optional.of(is != claim.negated());
    }

    private boolean outcome(Atom.Judged claim, List<Atom> said) {
        boolean told = tells(claim, said);
        if (outcome == null) {
            return told || (only(claim) && says(Judgement.ATTEMPTED, said));
        }
        boolean open = outcome == Outcome.UNKNOWN;
        return switch (claim.judgement()) {
            case SUCCEEDED ->
                claim.negated() ? outcome != Outcome.SUCCEEDED : outcome == Outcome.SUCCEEDED || (open && told);
            case FAILED -> claim.negated() ? outcome == Outcome.SUCCEEDED : outcome == Outcome.ATTEMPTED || told;
            case ATTEMPTED -> claim.negated() || outcome != Outcome.SUCCEEDED || told;
            case ONLY_ATTEMPTED ->
                claim.negated()
                        ? outcome == Outcome.SUCCEEDED
                        : outcome == Outcome.ATTEMPTED || (open && (told || says(Judgement.FAILED, said)));
            case BLOCKED -> claim.negated() ? outcome == Outcome.SUCCEEDED || told : told;
            case ALLOWED ->
                claim.negated()
                        ? outcome != Outcome.SUCCEEDED
                        : told || (outcome == Outcome.SUCCEEDED && !says(Judgement.BLOCKED, said));
            case TRUE_POSITIVE,
                    FALSE_POSITIVE,
                    BENIGN,
                    INSUFFICIENT_DATA,
                    MALICIOUS,
                    HARMLESS,
                    CRITICAL,
                    HIGH,
                    MEDIUM,
                    LOW,
                    INFORMATIONAL -> false;
        };
    }

    private Optional<Boolean> severity(Atom.Judged claim) {
        if (severity == null || severity == Severity.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(severity.name().equals(claim.judgement().name()) != claim.negated());
    }

    private static boolean only(Atom.Judged claim) {
        return claim.judgement() == Judgement.ONLY_ATTEMPTED && !claim.negated();
    }

    private static boolean says(Judgement judgement, List<Atom> said) {
        return said.stream()
                .anyMatch(
                        other -> other instanceof Atom.Judged told && told.judgement() == judgement && !told.negated());
    }

    private static boolean tells(Atom.Judged claim, List<Atom> said) {
        return said.stream()
                .anyMatch(other -> other instanceof Atom.Judged told
                        && told.judgement() == claim.judgement()
                        && told.negated() == claim.negated());
    }
}
