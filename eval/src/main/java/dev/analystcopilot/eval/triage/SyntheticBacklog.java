package dev.analystcopilot.eval.triage;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// A backlog from a fixed seed, shaped like those of real sites: scans that raise thousands of equal alerts within
/// minutes (60 %), rules that fire every hour on their hosts (nearly all the rest), oddities, and an intrusion a day
/// over three hosts with its processes and accounts. 50,000 alerts a day on 300 hosts; a larger backlog is a longer
/// one.
final class SyntheticBacklog {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int PER_HOUR = 50_000 / 24;
    private static final int HOSTS = 300;
    private static final int EVERYDAY_RULES = 120;
    private static final double SCANS = 0.6;
    private static final double ODD = 0.002;
    private static final long SEED = 41;
    private static final List<String> INTRUSION = List.of(
            "Suspicious login from a new address",
            "Web shell written to the web root",
            "Command shell started by the web server",
            "Credential dumping tool executed",
            "Lateral movement over SMB",
            "Scheduled task created for persistence",
            "Antivirus was switched off",
            "Large upload to an unknown address");

    private final int size;

    SyntheticBacklog(int size) {
        this.size = size;
    }

    /// All alerts in order of time, an hour at a time.
    void forEachHour(Consumer<List<Alert>> consumer) {
        int made = 0;
        for (int hour = 0; made < size; hour++) {
            List<Alert> alerts = hour(hour);
            alerts = alerts.subList(0, Math.min(alerts.size(), size - made));
            made += alerts.size();
            consumer.accept(alerts);
        }
    }

    private static List<Alert> hour(int hour) {
        var random = new Random(SEED + hour * 7_919L);
        var alerts = new ArrayList<Alert>(PER_HOUR);
        Instant begin = START.plus(Duration.ofHours(hour));
        if (hour % 24 == 13) {
            intrusion(alerts, begin, hour / 24, random);
        }
        int scans = (int) (PER_HOUR * SCANS);
        String target = host(random.nextInt(20));
        var scanner = new Entity.Ip("203.0.113." + random.nextInt(200));
        long scanBegin = random.nextInt(3_000);
        for (int i = 0; i < scans; i++) {
            alerts.add(alert(
                    hour,
                    alerts.size(),
                    begin.plusSeconds(scanBegin + i * 300L / scans),
                    "Multiple web server 400 error codes",
                    Severity.LOW,
                    List.of(new Entity.Host(target), scanner),
                    List.of()));
        }
        while (alerts.size() < PER_HOUR) {
            boolean odd = random.nextDouble() < ODD;
            int rule = odd ? EVERYDAY_RULES + random.nextInt(400) : random.nextInt(EVERYDAY_RULES);
            // A rule fires on some hosts only.
            int machine = Math.floorMod(rule * 31 + random.nextInt(odd ? HOSTS : 12), HOSTS);
            alerts.add(alert(
                    hour,
                    alerts.size(),
                    begin.plusSeconds(random.nextInt(3_600)),
                    "Rule %d: something of kind %s".formatted(rule, word(rule)),
                    rule % 17 == 0 ? Severity.MEDIUM : Severity.LOW,
                    List.of(
                            new Entity.Host(host(machine)),
                            new Entity.Ip("10.1.%d.%d".formatted(machine / 250, machine % 250)),
                            new Entity.User("user-" + random.nextInt(400))),
                    List.of()));
        }
        alerts.sort(Comparator.comparing(Alert::time).thenComparing(Alert::id));
        return alerts;
    }

    private static void intrusion(List<Alert> alerts, Instant begin, int day, Random random) {
        int first = random.nextInt(HOSTS);
        var attacker = new Entity.Ip("198.51.100." + day % 250);
        String account = "victim-" + day;
        for (int step = 0; step < INTRUSION.size() * 3; step++) {
            String on = host((first + step / 8) % HOSTS);
            alerts.add(alert(
                    -day - 1,
                    step,
                    begin.plusSeconds(step * 60L + random.nextInt(60)),
                    INTRUSION.get(step % INTRUSION.size()),
                    Severity.HIGH,
                    List.of(new Entity.Host(on), new Entity.User(account), attacker),
                    List.of("%s|%d|%s"
                            .formatted(on, 4_000 + step / 4, begin.toString().toLowerCase(Locale.ROOT)))));
        }
    }

    private static Alert alert(
            int hour,
            int number,
            Instant time,
            String title,
            Severity severity,
            List<Entity> entities,
            List<String> lineage) {
        return new Alert(
                // As ids made of hashes: 32 hexadecimal digits.
                "%016x%016x".formatted(hour * 0x9E3779B97F4A7C15L, number),
                "synthetic",
                title,
                time,
                title,
                "",
                severity,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                entities,
                List.of(),
                "{}",
                lineage,
                Map.of());
    }

    private static String host(int number) {
        return "host-" + number;
    }

    /// Rules are told apart by words, since numbers are taken out of fingerprints.
    private static String word(int number) {
        var word = new StringBuilder();
        for (int left = number + 1; left > 0; left /= 20) {
            word.append((char) ('a' + left % 20)).append("olu");
        }
        return word.toString();
    }
}
