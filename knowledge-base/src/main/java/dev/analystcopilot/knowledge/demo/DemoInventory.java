package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.Asset.Software;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the invented company knows of itself: its machines, and that one of them was allowed to scan the others.
public final class DemoInventory {
    /// Under which its rows are kept, so that they can be taken out again.
    public static final String ORIGIN = "demo";

    private static final String PLATFORM = "Platform team";
    private static final String WORKPLACE = "Workplace team";

    private DemoInventory() {}

    public static List<Asset> assets() {
        return List.of(
                internet(Site.SHOP, "Shop team", "web shop front end", "nginx 1.24;PHP 8.2", 80, 443),
                server(Site.SHOP_DB, "Shop team", "shop database", Asset.Criticality.CRITICAL, "PostgreSQL 15", 5432),
                server(Site.WIKI, PLATFORM, "internal wiki", Asset.Criticality.MEDIUM, "MediaWiki 1.41", 443),
                server(Site.GIT, PLATFORM, "source code", Asset.Criticality.HIGH, "Gitea 1.21", 22, 443),
                server(Site.CI, PLATFORM, "builds", Asset.Criticality.HIGH, "Jenkins 2.426", 443),
                internet(Site.MAIL, WORKPLACE, "mail gateway", "Postfix 3.7;Rspamd 3.6", 25, 587),
                server(Site.DNS, PLATFORM, "name server", Asset.Criticality.HIGH, "BIND 9.18", 53),
                server(Site.BACKUP, PLATFORM, "backups", Asset.Criticality.CRITICAL, "restic 0.16", 22),
                server(Site.MONITOR, PLATFORM, "monitoring", Asset.Criticality.MEDIUM, "Prometheus 2.48", 9090),
                server(Site.FILES, WORKPLACE, "files, Berlin", Asset.Criticality.HIGH, "Windows Server 2022", 445),
                server(
                        Site.DIRECTORY,
                        WORKPLACE,
                        "domain controller, Berlin",
                        Asset.Criticality.CRITICAL,
                        "Windows Server 2022",
                        88,
                        389,
                        445),
                server(
                        Site.ERP,
                        "Finance",
                        "bookkeeping",
                        Asset.Criticality.CRITICAL,
                        "Windows Server 2019",
                        443,
                        1433),
                server(Site.JUMP, PLATFORM, "jump host", Asset.Criticality.HIGH, "Windows Server 2022", 3389),
                server(
                        Site.FILES_SHA,
                        WORKPLACE,
                        "files, Shanghai",
                        Asset.Criticality.HIGH,
                        "Windows Server 2022",
                        445),
                server(
                        Site.DIRECTORY_SHA,
                        WORKPLACE,
                        "domain controller, Shanghai",
                        Asset.Criticality.CRITICAL,
                        "Windows Server 2022",
                        88,
                        389,
                        445),
                server(
                        Site.SCANNER,
                        "Security team",
                        "vulnerability scanner",
                        Asset.Criticality.MEDIUM,
                        "OpenVAS 22",
                        443));
    }

    /// @param end the moment the demo's days end
    public static List<Fact> facts(Instant end) {
        Instant begin = AuthorisedScan.begin(new Window(end));
        return List.of(new Fact(
                "demo-chg-2207",
                Fact.Kind.APPROVED_SCANNER,
                List.of(new Entity.Host(Site.SCANNER.name()), new Entity.Ip(Site.SCANNER.ip())),
                begin.minus(Duration.ofMinutes(10)),
                begin.plus(Duration.ofHours(3)),
                "Quarterly vulnerability scan of the server networks, change CHG-2207.",
                "Security team"));
    }

    private static Asset internet(Machine machine, String owner, String role, String software, Integer... ports) {
        return asset(machine, owner, role, Asset.Criticality.CRITICAL, software, Asset.Exposure.INTERNET, ports);
    }

    private static Asset server(
            Machine machine,
            String owner,
            String role,
            Asset.Criticality criticality,
            String software,
            Integer... ports) {
        return asset(machine, owner, role, criticality, software, Asset.Exposure.INTERNAL, ports);
    }

    private static Asset asset(
            Machine machine,
            String owner,
            String role,
            Asset.Criticality criticality,
            String software,
            Asset.Exposure exposure,
            Integer... ports) {
        List<Software> installed = List.of(software.split(";", -1)).stream()
                .map(one ->
                        new Software(one.substring(0, one.lastIndexOf(' ')), one.substring(one.lastIndexOf(' ') + 1)))
                .toList();
        return new Asset(
                machine.name(), List.of(machine.ip()), owner, role, criticality, installed, List.of(ports), exposure);
    }
}
