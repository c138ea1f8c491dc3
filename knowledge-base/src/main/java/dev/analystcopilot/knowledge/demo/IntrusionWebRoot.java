package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// The last half hour of the web intrusion: the cracked account, root, and customer data leaving by DNS.
///
/// @param shell the web shell's path, touched again to hide its age
record IntrusionWebRoot(String shell) {
    private static final String AUTH_LOG = "/var/log/auth.log";
    private static final String TUNNEL = ".cdn-sync.example.net";

    void tell(Instant begin, Dice dice, Consumer<Draft> out) {
        becomeRoot(begin, dice, out);
        collect(begin.plus(Duration.ofMinutes(4)), dice, out);
        exfiltrate(begin.plus(Duration.ofMinutes(6)), dice, out);
    }

    private void becomeRoot(Instant begin, Dice dice, Consumer<Draft> out) {
        out.accept(WazuhAlert.of(begin, Site.SHOP, 5_304, 8, "su: user changed to another account")
                .groups("syslog", "su", "authentication_success")
                .mitre("T1078.003", "Local Accounts", "Privilege Escalation")
                .syslog("su", "su", dice.pid(), AUTH_LOG, "(to deploy) www-data on pts/1")
                .data("srcuser", "www-data")
                .data("dstuser", "deploy")
                .draft());
        String[] commands = {"/bin/bash", "/usr/bin/touch -r index.php " + shell, "/usr/bin/crontab -l"};
        Instant time = begin;
        for (String command : commands) {
            time = time.plusSeconds(dice.between(30, 60));
            out.accept(WazuhAlert.of(time, Site.SHOP, 5_402, 3, "Successful sudo to ROOT executed.")
                    .groups("syslog", "sudo")
                    .mitre("T1548.003", "Sudo and Sudo Caching", "Privilege Escalation")
                    .syslog(
                            "sudo",
                            "sudo",
                            dice.pid(),
                            AUTH_LOG,
                            "deploy : TTY=pts/1 ; PWD=/tmp/.cache ; USER=root ; COMMAND=" + command)
                    .data("srcuser", "deploy")
                    .data("dstuser", "root")
                    .data("command", command)
                    .draft());
        }
        out.accept(OcsfFinding.of(
                        begin.plusSeconds(70),
                        Product.ENDPOINT,
                        "root-from-web-lineage",
                        Severity.CRITICAL,
                        "Root shell descends from the web server process")
                .attack("T1548.003", "Sudo and Sudo Caching", "TA0004", "Privilege Escalation")
                .device(Site.SHOP)
                .user("root")
                .process("/bin/bash", "/bin/bash", dice.pid(), dice.sha256())
                .parent("/usr/bin/sudo", "sudo /bin/bash", dice.pid())
                .allowed()
                .draft());
    }

    private static void collect(Instant begin, Dice dice, Consumer<Draft> out) {
        out.accept(OcsfFinding.of(
                        begin,
                        Product.ENDPOINT,
                        "archive-in-temp",
                        Severity.MEDIUM,
                        "Archive of application data made in a temporary folder")
                .attack("T1560.001", "Archive via Utility", "TA0009", "Collection")
                .device(Site.SHOP)
                .user("root")
                .process("/bin/tar", "tar czf /tmp/.cache/c.tgz /var/lib/shop/orders", dice.pid(), dice.sha256())
                .parent("/bin/bash", "/bin/bash", dice.pid())
                .file("/tmp/.cache/c.tgz", dice.sha256())
                .allowed()
                .draft());
    }

    private static void exfiltrate(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        for (int i = 0; i < 26; i++) {
            time = time.plusSeconds(dice.between(18, 52));
            var finding = OcsfFinding.of(
                            time,
                            Product.DNS,
                            "dns-tunnel",
                            i % 5 == 0 ? Severity.HIGH : Severity.MEDIUM,
                            "Many long random-looking names queried under one domain")
                    .message("%d distinct subdomains in one minute.".formatted(dice.between(90, 240)))
                    .device(Site.SHOP)
                    .source(Site.SHOP.ip(), dice.port())
                    .target(Site.DNS.ip(), 53)
                    .query(dice.label(48) + TUNNEL, "TXT")
                    .allowed();
            if (i % 3 != 1) {
                finding.attack("T1048.003", "Exfiltration Over Unencrypted Non-C2 Protocol", "TA0010", "Exfiltration");
            }
            out.accept(finding.draft());
        }
    }
}
