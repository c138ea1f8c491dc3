package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The second night's vulnerability scan by the company's own scanner: announced, approved, and as loud as an attack.
final class AuthorisedScan implements Story {
    private static final int HITS_PER_HOST = 46;
    private static final String NOTE = "Source is the approved vulnerability scanner vuln-scan-01, change CHG-2207.";

    private static final List<Probe> PROBES = List.of(
            new Probe("Service version enumeration", Severity.LOW, 443),
            new Probe("SMB share enumeration", Severity.LOW, 445),
            new Probe("Possible SQL injection attempt in a query parameter", Severity.HIGH, 443),
            new Probe("Path traversal attempt", Severity.MEDIUM, 443),
            new Probe("TLS weak cipher probe", Severity.INFORMATIONAL, 443),
            new Probe("Default credentials tried on a management page", Severity.MEDIUM, 8443),
            new Probe("SNMP community string guess", Severity.LOW, 161),
            new Probe("Request matching a known deserialisation exploit", Severity.HIGH, 8080));

    @Override
    public Part part() {
        return Part.AUTHORISED_SCAN;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        Instant begin = begin(window);
        out.accept(announcement(begin, "Approved vulnerability scan started"));
        Instant perHost = begin;
        for (Machine host : Site.SCANNED) {
            perHost = perHost.plus(Duration.ofMinutes(9));
            for (int i = 0; i < HITS_PER_HOST; i++) {
                out.accept(hit(perHost.plus(dice.within(Duration.ofMinutes(8))), host, dice));
            }
        }
        out.accept(announcement(perHost.plus(Duration.ofMinutes(10)), "Approved vulnerability scan finished"));
    }

    static Instant begin(Window window) {
        return window.secondMidnight(Office.BERLIN).minus(Duration.ofMinutes(65));
    }

    private static Draft announcement(Instant time, String title) {
        return OcsfFinding.of(time, Product.SCANNER, "scan-schedule", Severity.INFORMATIONAL, title)
                .message("Scheduled scan of the server networks by vuln-scan-01 under change CHG-2207.")
                .comment(NOTE)
                .device(Site.SCANNER)
                .source(Site.SCANNER.ip(), 0)
                .draft();
    }

    private static Draft hit(Instant time, Machine host, Dice dice) {
        Probe probe = dice.pick(PROBES);
        var finding = OcsfFinding.of(
                        time, Product.NETWORK_SENSOR, "scan-" + PROBES.indexOf(probe), probe.severity(), probe.title())
                .device(host)
                .source(Site.SCANNER.ip(), dice.port())
                .target(host.ip(), probe.port());
        if (dice.chance(.5)) {
            finding.attack("T1595.002", "Vulnerability Scanning", "TA0043", "Reconnaissance");
        }
        if (dice.chance(.7)) {
            finding.comment(NOTE);
        }
        return (dice.chance(.3) ? finding.blocked() : finding.allowed()).draft();
    }

    private record Probe(String title, Severity severity, int port) {}
}
