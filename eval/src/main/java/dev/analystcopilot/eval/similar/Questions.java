package dev.analystcopilot.eval.similar;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Who asks for what: a tenant as often as it has fingerprints, or the largest alone.
record Questions(String name, List<Question> all) {

    record Question(int tenant, Vector vector) {}

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
            made.add(new Question(tenant, store.question(random, tenant)));
        }
        return new Questions("all tenants", made);
    }

    static Questions ofTheLargest(SyntheticStore store, int count, long seed) {
        var random = new Random(seed);
        List<Question> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Question(0, store.question(random, 0)));
        }
        return new Questions("largest tenant", made);
    }
}
