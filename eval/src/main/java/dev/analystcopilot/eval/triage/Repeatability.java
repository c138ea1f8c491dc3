package dev.analystcopilot.eval.triage;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The same alerts several times: again, in another order of arrival, and two at once. Every verdict hash must be the
/// same.
final class Repeatability {
    private static final long SEED = 3;

    private Repeatability() {}

    /// The verdict hash of each run, by what was different.
    static Map<String, String> hashes(TriageRun run, int size) {
        List<StoredAlert> alerts = new ArrayList<>();
        var fingerprinter = new Fingerprinter();
        new SyntheticBacklog(size).forEachHour(hour -> alerts.addAll(TriageRun.stored(hour, fingerprinter)));
        Map<String, String> hashes = new LinkedHashMap<>();
        for (int again = 1; again <= 3; again++) {
            hashes.put("run " + again, run.verdictHash(alerts));
        }
        hashes.put("arrived in another order", run.verdictHash(arrivedInAnotherOrder(alerts)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> run.verdictHash(alerts));
            var other = threads.submit(() -> run.verdictHash(arrivedInAnotherOrder(alerts)));
            hashes.put("two at once, the one", one.get());
            hashes.put("two at once, the other", other.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while triaging", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed: " + e.getCause(), e);
        }
        return hashes;
    }

    /// Shuffled, then put in order by (time, id) as the store does it.
    private static List<StoredAlert> arrivedInAnotherOrder(List<StoredAlert> alerts) {
        var shuffled = new ArrayList<>(alerts);
        Collections.shuffle(shuffled, new Random(SEED));
        shuffled.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        return shuffled;
    }
}
