package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What sensors on the wire, the proxy and the resolver complain about on a quiet day.
final class NetworkNoise implements Story {
    private static final List<String> STREAM = List.of(
            "TLS handshake with an expired server certificate",
            "TLS record of an invalid type",
            "TCP stream reassembly gap",
            "TLS client hello without server name",
            "TCP packet outside the window");
    private static final List<String> CLOUD =
            List.of("files.example.org", "share.example.org", "drive.example.com", "paste.example.org");
    private static final List<String> BLOCKED = List.of("games.example.org", "stream.example.net", "bets.example.net");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 340; i++) {
            out.accept(stream(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 130; i++) {
            out.accept(cloudStorage(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 150; i++) {
            out.accept(category(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 60; i++) {
            out.accept(knock(window.anytime(dice), dice));
        }
        for (int i = 0; i < 45; i++) {
            out.accept(reputationLookup(window.working(dice, Office.BERLIN), dice));
        }
    }

    private static Draft stream(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        String title = dice.pick(STREAM);
        return OcsfFinding.of(
                        time,
                        Product.NETWORK_SENSOR,
                        "decoder-" + STREAM.indexOf(title),
                        dice.chance(.8) ? Severity.INFORMATIONAL : Severity.LOW,
                        title)
                .message("Protocol anomaly seen by the sensor at the internet edge.")
                .device(person.workstation())
                .source(person.workstation().ip(), dice.port())
                .target("192.0.2." + dice.between(150, 220), 443)
                .allowed()
                .draft();
    }

    private static Draft cloudStorage(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        String host = dice.pick(CLOUD);
        return OcsfFinding.of(
                        time, Product.PROXY, "cloud-storage-upload", Severity.LOW, "Upload to a cloud storage service")
                .message("%d KiB sent to %s".formatted(dice.between(12, 4_000), host))
                .device(person.workstation())
                .person(person)
                .source(person.workstation().ip(), dice.port())
                .url("https://" + host + "/upload", host)
                .allowed()
                .draft();
    }

    private static Draft category(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        String host = dice.pick(BLOCKED);
        return OcsfFinding.of(
                        time,
                        Product.PROXY,
                        "category-block",
                        Severity.INFORMATIONAL,
                        "Web request blocked by category")
                .device(person.workstation())
                .person(person)
                .source(person.workstation().ip(), dice.port())
                .url("https://" + host + "/", host)
                .blocked()
                .draft();
    }

    private static Draft knock(Instant time, Dice dice) {
        int port = dice.pick(List.of(23, 445, 3389, 5900, 8080, 6379));
        return OcsfFinding.of(
                        time,
                        Product.NETWORK_SENSOR,
                        "edge-drop-port-" + port,
                        Severity.LOW,
                        "Inbound connection to a closed port dropped")
                .source(dice.pick(Site.CRAWLERS), dice.port())
                .target(dice.pick(List.of(Site.SHOP, Site.MAIL, Site.GIT)).ip(), port)
                .blocked()
                .draft();
    }

    /// The antivirus asks its cloud about file hashes by DNS: long names, and nothing wrong with them.
    private static Draft reputationLookup(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        return OcsfFinding.of(time, Product.DNS, "dns-long-name", Severity.LOW, "Unusually long DNS name queried")
                .message("One query; the domain is looked up by most machines every day.")
                .device(person.workstation())
                .source(person.workstation().ip(), dice.port())
                .target(Site.DNS.ip(), 53)
                .query(dice.label(32) + ".rep.av-cloud.example.com", "TXT")
                .allowed()
                .draft();
    }
}
