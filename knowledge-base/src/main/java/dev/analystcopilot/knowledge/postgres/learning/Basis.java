package dev.analystcopilot.knowledge.postgres.learning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What lay before the person who judged. Later alerts are held against it: what goes beyond it was not judged.
///
/// @param severity the highest that was judged
/// @param known keys of the entities that the judged alerts name, at most [#MOST_KNOWN]
/// @param prints the fingerprints of the judged alerts
/// @param alerts how many were reached when it was judged
/// @param happenedAt when the judged thing happened, last
/// @param computed what triage said of it then; empty before the first triage
public record Basis(
        Severity severity,
        List<String> known,
        List<Print> prints,
        long alerts,
        Optional<Instant> happenedAt,
        Optional<Computed> computed) {
    /// An entity beyond these counts as new, which shows more and hides nothing.
    public static final int MOST_KNOWN = 5_000;

    public Basis {
        requireNonNull(severity, "severity");
        known = List.copyOf(known);
        prints = List.copyOf(prints);
        requireNonNull(happenedAt, "happenedAt");
        requireNonNull(computed, "computed");
    }

    /// @param severity the highest of its judged alerts
    public record Print(String fingerprint, Severity severity, long alerts) {
        public Print {
            requireNonNull(fingerprint, "fingerprint");
            requireNonNull(severity, "severity");
        }
    }

    /// What triage said at that moment.
    ///
    /// @param features what the model saw; empty where no row was kept
    public record Computed(Verdict verdict, double confidence, Optional<FeatureRow> features) {
        public Computed {
            requireNonNull(verdict, "verdict");
            requireNonNull(features, "features");
        }
    }
}
