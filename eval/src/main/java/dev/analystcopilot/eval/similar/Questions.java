package dev.analystcopilot.eval.similar;

import dev.analystcopilot.embeddings.text.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Who asks for what: a tenant as often as it has fingerprints, or the largest alone.
record Questions(String name, List<Question> all) {

    /// @param from alerts since then; empty: whenever
    record Question(int tenant, Vector vector, Optional<Instant> from) {}

    private static final Duration BACK = Duration.ofDays(7);

    /// What most questions are about: the last seven days.
    static Instant since() {
        return SyntheticStore.END.minus(BACK);
    }

    static Questions ofAllTenants(SyntheticStore store, int count, long seed) {
        var random = new Random(seed);
        long total = 0;
        for (int tenant = 0; tenant < store.tenants(); tenant++) {
            total += store.fingerprintsOf(tenant);
        }
        List<Question> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long place = (long) (random.nextDouble() * total);
            int tenant = 0;
            while (place >= store.fingerprintsOf(tenant)) {
                place -= store.fingerprintsOf(tenant++);
            }
            made.add(new Question(tenant, store.question(random, tenant), Optional.of(since())));
        }
        return new Questions("all tenants", made);
    }

    static Questions ofTheLargest(SyntheticStore store, int count, long seed) {
        var random = new Random(seed);
        List<Question> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Question(0, store.question(random, 0), Optional.of(since())));
        }
        return new Questions("largest tenant", made);
    }

    /// All that there ever was is too much to compare.
    Questions whenever() {
        return new Questions(
                name + ", no limit of time",
                all.stream()
                        .map(question -> new Question(question.tenant(), question.vector(), Optional.empty()))
                        .toList());
    }
}
