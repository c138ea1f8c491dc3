package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The phished account inside: mass download, remote desktop to the file server, and ransomware stopped while it gets
/// ready.
final class IntrusionMailNetwork {
    private static final Machine WORKSTATION = Site.VICTIM.workstation();
    private static final String USER = Site.VICTIM.login();
    private static final String CMD = "C:\\Windows\\System32\\cmd.exe";

    void tell(Instant begin, Dice dice, Consumer<Draft> out) {
        download(begin, dice, out);
        remoteDesktop(begin.plus(Duration.ofMinutes(91)), dice, out);
        lookAround(begin.plus(Duration.ofMinutes(118)), dice, out);
        getReady(begin.plus(Duration.ofMinutes(150)), dice, out);
    }

    private static void download(Instant begin, Dice dice, Consumer<Draft> out) {
        for (int i = 1; i <= 6; i++) {
            var finding = OcsfFinding.of(
                            begin.plus(Duration.ofMinutes(8L * i)),
                            Product.FILE_AUDIT,
                            "mass-download",
                            i < 3 ? Severity.MEDIUM : Severity.HIGH,
                            "Mass download from a file share")
                    .message("%d files read in ten minutes from \\\\fs-ber-01\\finance; the usual day is under 60."
                            .formatted(i * 640 + dice.between(10, 90)))
                    .device(Site.FILES)
                    .person(Site.VICTIM)
                    .source(WORKSTATION.ip(), dice.port())
                    .target(Site.FILES.ip(), 445)
                    .allowed();
            if (i % 2 == 0) {
                finding.attack("T1039", "Data from Network Shared Drive", "TA0009", "Collection");
            }
            out.accept(finding.draft());
        }
        out.accept(OcsfFinding.of(
                        begin.plus(Duration.ofMinutes(61)),
                        Product.PROXY,
                        "large-upload",
                        Severity.HIGH,
                        "Very large upload to a cloud storage service")
                .message("2.3 GiB sent to share.example.org in seven minutes.")
                .attack("T1567.002", "Exfiltration to Cloud Storage", "TA0010", "Exfiltration")
                .device(WORKSTATION)
                .person(Site.VICTIM)
                .source(WORKSTATION.ip(), dice.port())
                .url("https://share.example.org/upload", "share.example.org")
                .allowed()
                .draft());
    }

    private static void remoteDesktop(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        for (int i = 0; i < 6; i++) {
            time = time.plusSeconds(dice.between(8, 40));
            out.accept(WazuhAlert.of(time, Site.FILES, 60_122, 5, "Logon failure - unknown user or bad password.")
                    .groups("windows", "windows_security", "authentication_failed")
                    .mitre("T1110", "Brute Force", "Credential Access")
                    .windows(
                            "Security",
                            4625,
                            "targetUserName",
                            "svc-files",
                            "targetDomainName",
                            "EXAMPLE",
                            "logonType",
                            "10",
                            "ipAddress",
                            WORKSTATION.ip(),
                            "workstationName",
                            WORKSTATION.name())
                    .draft());
        }
        for (int i = 0; i < 2; i++) {
            time = time.plusSeconds(dice.between(30, 120));
            out.accept(WazuhAlert.of(
                            time, Site.FILES, 92_654, 10, "Remote Desktop logon from a workstation never seen before")
                    .groups("windows", "windows_security", "authentication_success")
                    .mitre("T1021.001", "Remote Desktop Protocol", "Lateral Movement")
                    .windows(
                            "Security",
                            4624,
                            "targetUserName",
                            USER,
                            "targetDomainName",
                            "EXAMPLE",
                            "logonType",
                            "10",
                            "ipAddress",
                            WORKSTATION.ip(),
                            "workstationName",
                            WORKSTATION.name())
                    .draft());
        }
    }

    private static void lookAround(Instant begin, Dice dice, Consumer<Draft> out) {
        Instant time = begin;
        var commands = List.of("whoami /groups", "net group /domain", "nltest /dclist:example", "net view");
        for (String command : commands) {
            time = time.plusSeconds(dice.between(20, 80));
            out.accept(onServer(
                            time,
                            "discovery-commands",
                            Severity.MEDIUM,
                            "Series of discovery commands by one user",
                            dice)
                    .attack("T1069.002", "Domain Groups", "TA0007", "Discovery")
                    .process(
                            "C:\\Windows\\System32\\" + command.substring(0, command.indexOf(' ')) + ".exe",
                            command,
                            dice.pid(),
                            dice.sha256())
                    .parent(CMD, "cmd.exe", 6_212)
                    .allowed()
                    .draft());
        }
    }

    private static void getReady(Instant begin, Dice dice, Consumer<Draft> out) {
        out.accept(
                onServer(begin, "tamper-protection", Severity.HIGH, "Attempt to stop the endpoint agent blocked", dice)
                        .attack("T1562.001", "Disable or Modify Tools", "TA0005", "Defense Evasion")
                        .process("C:\\Windows\\System32\\sc.exe", "sc.exe stop HostguardSvc", dice.pid(), dice.sha256())
                        .parent(CMD, "cmd.exe", 6_212)
                        .blocked()
                        .draft());
        for (int i = 1; i <= 3; i++) {
            out.accept(onServer(
                            begin.plusSeconds(95L * i),
                            "shadow-copy-delete",
                            Severity.CRITICAL,
                            "Attempt to delete volume shadow copies blocked",
                            dice)
                    .attack("T1490", "Inhibit System Recovery", "TA0040", "Impact")
                    .process(
                            "C:\\Windows\\System32\\vssadmin.exe",
                            "vssadmin.exe delete shadows (rest cut by sensor)",
                            dice.pid(),
                            dice.sha256())
                    .parent(CMD, "cmd.exe", 6_212)
                    .blocked()
                    .draft());
        }
        String tool = "C:\\Users\\Public\\svchelper.exe";
        out.accept(onServer(
                        begin.plus(Duration.ofMinutes(9)),
                        "ransomware-behaviour",
                        Severity.CRITICAL,
                        "File-encrypting program quarantined before it ran",
                        dice)
                .file(tool, dice.sha256())
                .quarantined()
                .draft());
        out.accept(WazuhAlert.of(begin.plus(Duration.ofMinutes(10)), Site.FILES, 554, 5, "File added to the system.")
                .groups("ossec", "syscheck", "syscheck_entry_added", "syscheck_file")
                .syscheck("C:\\Users\\Public\\READ_ME.txt", "added", dice.sha256(), USER)
                .draft());
    }

    private static OcsfFinding onServer(Instant time, String rule, Severity severity, String title, Dice dice) {
        return OcsfFinding.of(time, Product.ENDPOINT, rule, severity, title)
                .device(Site.FILES)
                .person(Site.VICTIM)
                .source(WORKSTATION.ip(), dice.port());
    }
}
