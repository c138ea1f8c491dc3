package dev.analystcopilot.api.feedback;

import dev.analystcopilot.knowledge.postgres.learning.Combo;
import dev.analystcopilot.triage.learning.Advice;
import dev.analystcopilot.triage.learning.TuningAdvice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A proposed suppression with its back-test over the last days of the stored alerts.
///
/// @param entity on which host; null means on every one
/// @param removes how many alerts it would have set aside
/// @param judgedHarmless of these, how many people judged to be benign or false
/// @param judgedAttacks always 0, or it would not be proposed; as computedAttacks
/// @param verdicts how many different verdicts it rests on
/// @param bound the share of attacks among such alerts is at most this, with `confidence`
record AdviceView(
        String id,
        String source,
        String rule,
        String title,
        @Nullable String entity,
        String verdict,
        String severity,
        int days,
        long removes,
        long judgedHarmless,
        long judgedAttacks,
        long computedAttacks,
        int verdicts,
        double bound,
        double confidence) {

    static AdviceView of(Advice advice) {
        Combo tested = advice.tested();
        return new AdviceView(
                advice.id(),
                tested.source(),
                tested.rule(),
                tested.title(),
                tested.entityKey().orElse(null),
                advice.verdict().wireName(),
                tested.severity().name().toLowerCase(Locale.ROOT),
                TuningAdvice.DAYS,
                tested.alerts(),
                tested.harmless(),
                tested.attacks(),
                tested.computedAttacks(),
                tested.verdicts(),
                advice.bound(),
                TuningAdvice.CONFIDENCE);
    }

    record Items(List<AdviceView> items) {}
}
