package dev.analystcopilot.eval.similar;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Alerts of many tenants from a fixed seed. One tenant has 30 % of them, the others share the rest as 1/rank.
///
/// Vectors are made the way those of real texts lie: all within a cone around one direction (two texts of
/// bge-small-en-v1.5 that have nothing in common still have a cosine of about 0.5), in topics, each topic spread in few
/// dimensions of its own. A tenant has some of the topics.
///
/// A fingerprint lives for a while (log-uniform, minutes to the whole time) within 90 days; its alerts fall into it.
final class SyntheticStore {
    static final String MODEL = "synthetic";
    static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(90);

    private static final int DIMENSION = 384;
    private static final int TOPICS = 2_000;
    private static final int SPREAD = 24;
    private static final double LARGEST = 0.3;

    private final long seed;
    private final int[] sizes;
    private final int fingerprints;
    private final int alerts;
    private final float[] cone;
    private final float[][] centres = new float[TOPICS][];

    SyntheticStore(long seed, int tenants, int fingerprints, int alerts) {
        this.seed = seed;
        this.sizes = sizes(tenants, fingerprints);
        this.fingerprints = fingerprints;
        this.alerts = alerts;
        var random = new Random(seed);
        this.cone = gaussian(random);
        for (int topic = 0; topic < TOPICS; topic++) {
            centres[topic] = gaussian(random);
        }
    }

    int tenants() {
        return sizes.length;
    }

    static String tenant(int number) {
        return "tenant-" + number;
    }

    /// How many of the fingerprints are this tenant's; at least one.
    int fingerprintsOf(int tenant) {
        return sizes[tenant];
    }

    static String hash(int tenant, int print) {
        return "print-" + tenant + "-" + print;
    }

    Vector vector(int tenant, int print) {
        return vector(new Random(seed * 31 + tenant * 1_000_003L + print), tenant);
    }

    /// A vector near one of the tenant's fingerprints, as a new alert's would be.
    Vector question(Random random, int tenant) {
        float[] values = vector(tenant, random.nextInt(fingerprintsOf(tenant))).toArray();
        for (int i = 0; i < DIMENSION; i++) {
            values[i] += (float) (0.01 * random.nextGaussian());
        }
        return Vector.of(values);
    }

    private Vector vector(Random random, int tenant) {
        // Few topics make up most of a tenant's alerts.
        int topic = Math.floorMod(tenant * 7919 + (int) (TOPICS / 4 * Math.pow(random.nextDouble(), 3)), TOPICS);
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = cone[i] + 0.7f * centres[topic][i] + (float) (0.15 * random.nextGaussian());
        }
        for (int s = 0; s < SPREAD; s++) {
            float weight = (float) (0.12 * random.nextGaussian());
            float[] direction = centres[Math.floorMod(topic * 31 + s * 17 + 1, TOPICS)];
            for (int i = 0; i < DIMENSION; i++) {
                values[i] += weight * direction[i];
            }
        }
        return Vector.of(values);
    }

    /// The fingerprint's alerts, 1 to some hundreds, together about as many as were asked for.
    List<NewAlert> alertsOf(int tenant, int print) {
        var random = new Random(seed * 17 + tenant * 2_000_003L + print);
        double mean = (double) alerts / fingerprints;
        // Log-normal: many come once, few often.
        int count = (int) Math.max(1, Math.round(mean * 0.55 * Math.exp(1.15 * random.nextGaussian())));
        double life = SPAN.toSeconds() * Math.pow(10, -3.5 * random.nextDouble());
        double begin = random.nextDouble() * (SPAN.toSeconds() - life);
        String text = "synthetic: rule " + print % 500 + " | something of kind " + print;
        var made = new ArrayList<NewAlert>(count);
        for (int i = 0; i < count; i++) {
            Instant time = END.minus(SPAN).plusSeconds((long) (begin + random.nextDouble() * life));
            made.add(new NewAlert(
                    new Alert(
                            "a-" + tenant + "-" + print + "-" + i,
                            "synthetic",
                            "rule " + print % 500,
                            time,
                            "something of kind " + print,
                            "",
                            Severity.MEDIUM,
                            AlertStatus.NEW,
                            Outcome.UNKNOWN,
                            List.of(new Entity.Host("host-" + random.nextInt(2_000))),
                            List.of(),
                            "{}"),
                    hash(tenant, print),
                    text));
        }
        return made;
    }

    private static int[] sizes(int tenants, int fingerprints) {
        double all = IntStream.range(1, tenants).mapToDouble(rank -> 1.0 / rank).sum();
        return IntStream.range(0, tenants)
                .mapToDouble(tenant -> tenant == 0 ? LARGEST : (1 - LARGEST) / tenant / all)
                .mapToInt(share -> Math.max(1, (int) Math.round(share * fingerprints)))
                .toArray();
    }

    private static float[] gaussian(Random random) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
