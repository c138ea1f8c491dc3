package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/// A night on the web shop: scan, directory brute force, web shell, commands, cracked password, root, data out by DNS;
/// about ninety minutes from first packet to last.
final class IntrusionWeb implements Story {
    private static final String ATTACKER = "203.0.113.77";
    private static final String SHELL = "/var/www/shop/uploads/banner_8f2c.php";
    private static final String SHELL_URL = "/uploads/banner_8f2c.php";
    private static final String ACCESS_LOG = "/var/log/apache2/shop-access.log";
    private static final Duration LENGTH = Duration.ofMinutes(100);

    private static final List<String> WORDS = List.of(
            "backup", "old", "admin", "test", "config", "uploads", "db", "private", "dev", "staging", "panel", "api");
    private static final List<String> COMMANDS =
            List.of("id", "uname -a", "hostname", "ls -la /home", "cat /etc/passwd", "ps aux", "ss -tlnp", "df -h");

    @Override
    public Part part() {
        return Part.INTRUSION_WEB;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        Instant begin = window.latest(Office.BERLIN, LocalTime.of(1, 20), LENGTH);
        scan(begin, dice, out);
        bruteForce(begin.plus(Duration.ofMinutes(6)), dice, out);
        upload(begin.plus(Duration.ofMinutes(18)), dice, out);
        commands(begin.plus(Duration.ofMinutes(24)), dice, out);
        passwords(begin.plus(Duration.ofMinutes(46)), dice, out);
        new IntrusionWebRoot(SHELL).tell(begin.plus(Duration.ofMinutes(66)), dice, out);
    }

    private static void scan(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        for (int port : List.of(22, 80, 443, 3306, 8080)) {
            time = time.plusSeconds(dice.between(2, 12));
            out.accept(sensor(time, "port-scan", Severity.LOW, "Port scan against a host in the DMZ", port, dice)
                    .attack("T1595.001", "Scanning IP Blocks", "TA0043", "Reconnaissance")
                    .count(dice.between(40, 200))
                    .draft());
        }
        for (int i = 0; i < 14; i++) {
            time = time.plusSeconds(dice.between(3, 14));
            var finding = sensor(
                            time,
                            "web-scanner-agent",
                            Severity.MEDIUM,
                            "Web vulnerability scanner user agent",
                            443,
                            dice)
                    .http("GET", dice.pick(List.of(403, 404, 200)), "Mozilla/5.0 (compatible; webprobe/4.2)");
            if (i % 2 == 0) {
                finding.attack("T1595.002", "Vulnerability Scanning", "TA0043", "Reconnaissance");
            }
            out.accept(finding.draft());
        }
    }

    private static void bruteForce(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        for (int i = 1; i <= 144; i++) {
            time = time.plusMillis(dice.between(900, 5_600));
            String path =
                    "/" + dice.pick(WORDS) + "/" + dice.pick(WORDS) + dice.pick(List.of("", ".php", ".bak", ".zip"));
            out.accept(request(time, 31_101, 5, "Web server 400 error code.", "GET", path, 404, dice)
                    .groups("web", "accesslog", "attack")
                    .draft());
            if (i % 18 == 0) {
                out.accept(request(
                                time.plusMillis(40),
                                31_151,
                                10,
                                "Multiple web server 400 error codes from same source ip.",
                                "GET",
                                path,
                                404,
                                dice)
                        .groups("web", "accesslog", "web_scan", "recon")
                        .mitre("T1595.003", "Wordlist Scanning", "Reconnaissance")
                        .fired(i / 18)
                        .draft());
            }
            if (i % 60 == 0) {
                out.accept(sensor(
                                time,
                                "dir-enumeration",
                                Severity.MEDIUM,
                                "Directory enumeration from one source",
                                443,
                                dice)
                        .attack("T1595.003", "Wordlist Scanning", "TA0043", "Reconnaissance")
                        .count(i * 20)
                        .draft());
            }
        }
    }

    private static void upload(Instant begin, Dice dice, Consumer<Draft> out) {
        String hash = dice.sha256();
        out.accept(request(
                        begin,
                        100_310,
                        8,
                        "Upload form accepted a file with a script extension",
                        "POST",
                        "/admin/banners/upload",
                        200,
                        dice)
                .groups("web", "accesslog", "attack")
                .draft());
        out.accept(WazuhAlert.of(begin.plusSeconds(2), Site.SHOP, 554, 5, "File added to the system.")
                .groups("ossec", "syscheck", "syscheck_entry_added", "syscheck_file")
                .syscheck(SHELL, "added", hash, "www-data")
                .draft());
        out.accept(OcsfFinding.of(
                        begin.plusSeconds(9),
                        Product.ENDPOINT,
                        "webshell-file",
                        Severity.HIGH,
                        "Web shell written to an upload folder")
                .message("A script that passes request parameters to the system shell was written by the web server.")
                .attack("T1505.003", "Web Shell", "TA0003", "Persistence")
                .device(Site.SHOP)
                .user("www-data")
                .source(ATTACKER, dice.port())
                .process("/usr/sbin/apache2", "/usr/sbin/apache2 -k start", 1_204, dice.sha256())
                .file(SHELL, hash)
                .allowed()
                .draft());
        for (int i = 1; i <= 3; i++) {
            out.accept(request(
                            begin.plusSeconds(45L * i),
                            100_311,
                            10,
                            "Request to a script in an upload folder answered",
                            "GET",
                            SHELL_URL,
                            200,
                            dice)
                    .groups("web", "accesslog", "attack")
                    .mitre("T1505.003", "Web Shell", "Persistence")
                    .fired(i)
                    .draft());
        }
    }

    private static void commands(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        for (String command : COMMANDS) {
            time = time.plusSeconds(dice.between(50, 170));
            var shell = OcsfFinding.of(
                            time,
                            Product.ENDPOINT,
                            "shell-from-web-server",
                            Severity.HIGH,
                            "Shell started by the web server process")
                    .device(Site.SHOP)
                    .user("www-data")
                    .process("/bin/sh", "sh -c '" + command + "'", dice.pid(), dice.sha256())
                    .parent("/usr/sbin/apache2", "/usr/sbin/apache2 -k start", 1_204)
                    .allowed();
            if (dice.chance(.6)) {
                shell.attack("T1059.004", "Unix Shell", "TA0002", "Execution");
            }
            out.accept(shell.draft());
            out.accept(WazuhAlert.of(
                            time.plusMillis(dice.between(10, 300)),
                            Site.SHOP,
                            80_792,
                            6,
                            "Audit: Command executed by the web server account")
                    .groups("audit", "audit_command")
                    .line("auditd", "/var/log/audit/audit.log", "type=EXECVE uid=33 comm=\"sh\" a2=\"" + command + "\"")
                    .data("srcuser", "www-data")
                    .data("command", command)
                    .draft());
        }
    }

    private static void passwords(Instant begin, Dice dice, Consumer<Draft> out) {
        out.accept(OcsfFinding.of(
                        begin,
                        Product.ENDPOINT,
                        "credential-file-read",
                        Severity.HIGH,
                        "Backup copy of the password file read by a web process")
                .attack("T1003.008", "/etc/passwd and /etc/shadow", "TA0006", "Credential Access")
                .device(Site.SHOP)
                .user("www-data")
                .process("/bin/cat", "cat /var/backups/shadow.bak", dice.pid(), dice.sha256())
                .parent("/bin/sh", "sh -c 'cat /var/backups/shadow.bak'", dice.pid())
                .file("/var/backups/shadow.bak", dice.sha256())
                .allowed()
                .draft());
        int pid = dice.pid();
        String hash = dice.sha256();
        for (int i = 0; i < 3; i++) {
            out.accept(OcsfFinding.of(
                            begin.plus(Duration.ofMinutes(5L + 4L * i)),
                            Product.ENDPOINT,
                            "password-cracker",
                            Severity.HIGH,
                            "Password cracking tool running")
                    .message("High processor load for several minutes by a program known to guess password hashes.")
                    .attack("T1110.002", "Password Cracking", "TA0006", "Credential Access")
                    .device(Site.SHOP)
                    .user("www-data")
                    .process("/tmp/.cache/john", "john --wordlist=w.txt s.txt", pid, hash)
                    .parent("/bin/sh", "sh", dice.pid())
                    .allowed()
                    .draft());
        }
    }

    private static OcsfFinding sensor(Instant time, String rule, Severity severity, String title, int port, Dice dice) {
        return OcsfFinding.of(time, Product.NETWORK_SENSOR, rule, severity, title)
                .device(Site.SHOP)
                .source(ATTACKER, dice.port())
                .target(Site.SHOP.ip(), port)
                .allowed();
    }

    private static WazuhAlert request(
            Instant time, int rule, int level, String title, String method, String path, int status, Dice dice) {
        return WazuhAlert.of(time, Site.SHOP, rule, level, title)
                .line("web-accesslog", ACCESS_LOG, WebNoise.access(ATTACKER, method, path, status, dice))
                .data("protocol", method)
                .data("srcip", ATTACKER)
                .data("id", Integer.toString(status))
                .data("url", path);
    }
}
