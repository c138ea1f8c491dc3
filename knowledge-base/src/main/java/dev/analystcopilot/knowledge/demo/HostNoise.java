package dev.analystcopilot.knowledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/// What servers do by themselves or under their administrators: updates, backups, sudo, files that configuration
/// management writes.
final class HostNoise implements Story {
    private static final List<String> PACKAGES = List.of(
            "libssl3",
            "openssl",
            "tzdata",
            "ca-certificates",
            "curl",
            "libc6",
            "linux-image-amd64",
            "nginx",
            "vim-tiny");
    private static final List<String> SUDO = List.of(
            "/usr/bin/systemctl restart nginx",
            "/usr/bin/apt-get update",
            "/usr/bin/journalctl -u nginx",
            "/usr/bin/less /var/log/syslog",
            "/usr/sbin/service postfix reload");
    private static final List<String> MANAGED = List.of(
            "/etc/resolv.conf", "/etc/hosts", "/etc/ntp.conf", "/etc/nginx/conf.d/tls.conf", "/etc/cron.d/inventory");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 45; i++) {
            packageUpdate(window, dice, out);
        }
        for (int i = 0; i < 160; i++) {
            out.accept(signatureUpdate(window, dice));
        }
        for (int i = 0; i < 110; i++) {
            out.accept(sudo(window, dice));
        }
        for (int i = 0; i < 70; i++) {
            out.accept(managedFile(window, dice));
        }
        for (int i = 0; i < 33; i++) {
            backup(window, dice, out);
        }
        for (int i = 0; i < 18; i++) {
            out.accept(rootcheck(window, dice));
        }
        for (int i = 0; i < 6; i++) {
            out.accept(backupSnapshot(window, dice));
        }
    }

    private static void packageUpdate(Window window, Dice dice, Consumer<Draft> out) {
        Machine host = dice.pick(Site.LINUX_SERVERS);
        Instant time = window.daily(dice, Office.BERLIN, LocalTime.of(6, 0), Duration.ofMinutes(55));
        int packages = dice.between(2, 6);
        for (int i = 0; i < packages; i++) {
            time = time.plusSeconds(dice.between(1, 9));
            String name = dice.pick(PACKAGES);
            String version = dice.between(1, 9) + "." + dice.between(0, 30) + "-" + dice.between(1, 5);
            out.accept(WazuhAlert.of(time, host, 2902, 7, "New dpkg (Debian Package) installed.")
                    .groups("syslog", "dpkg", "config_changed")
                    .line("dpkg-decoder", "/var/log/dpkg.log", "status installed %s:amd64 %s".formatted(name, version))
                    .data("package", name)
                    .data("version", version)
                    .data("dpkg_status", "status installed")
                    .draft());
        }
    }

    private static Draft signatureUpdate(Window window, Dice dice) {
        Machine host = dice.pick(Site.LINUX_SERVERS);
        return WazuhAlert.of(window.anytime(dice), host, 52507, 3, "ClamAV database update")
                .groups("clamd", "freshclam", "virus")
                .syslog(
                        "freshclam",
                        "freshclam",
                        dice.pid(),
                        "/var/log/syslog",
                        "daily.cld updated (version: %d)".formatted(27_000 + dice.between(1, 400)))
                .draft();
    }

    private static Draft sudo(Window window, Dice dice) {
        Machine host = dice.pick(Site.LINUX_SERVERS);
        String admin = dice.pick(Site.ADMINS);
        String command = dice.pick(SUDO);
        return WazuhAlert.of(window.working(dice, Office.BERLIN), host, 5402, 3, "Successful sudo to ROOT executed.")
                .groups("syslog", "sudo")
                .mitre("T1548.003", "Sudo and Sudo Caching", "Privilege Escalation")
                .syslog(
                        "sudo",
                        "sudo",
                        dice.pid(),
                        "/var/log/auth.log",
                        "%s : TTY=pts/0 ; PWD=/home/%s ; USER=root ; COMMAND=%s".formatted(admin, admin, command))
                .data("srcuser", admin)
                .data("dstuser", "root")
                .data("command", command)
                .draft();
    }

    private static Draft managedFile(Window window, Dice dice) {
        return WazuhAlert.of(
                        window.working(dice, Office.BERLIN),
                        dice.pick(Site.LINUX_SERVERS),
                        550,
                        7,
                        "Integrity checksum changed.")
                .groups("ossec", "syscheck", "syscheck_entry_modified", "syscheck_file")
                .mitre("T1565.001", "Stored Data Manipulation", "Impact")
                .syscheck(dice.pick(MANAGED), "modified", dice.sha256(), "root")
                .draft();
    }

    private static void backup(Window window, Dice dice, Consumer<Draft> out) {
        Machine host = dice.pick(Site.LINUX_SERVERS);
        Instant start = window.daily(dice, Office.BERLIN, LocalTime.of(22, 30), Duration.ofHours(3));
        int job = dice.between(4_000, 9_999);
        out.accept(job(start, host, job, "Backup job started"));
        if (dice.chance(.08)) {
            out.accept(WazuhAlert.of(
                            start.plus(dice.within(Duration.ofMinutes(20))),
                            host,
                            100_213,
                            7,
                            "Backup job ended with warnings")
                    .groups("local", "backup")
                    .syslog(
                            "backupd",
                            "backupd",
                            dice.pid(),
                            "/var/log/syslog",
                            "job %d: 3 files in use, skipped".formatted(job))
                    .draft());
        }
        out.accept(job(start.plus(dice.within(Duration.ofMinutes(90))), host, job, "Backup job finished"));
    }

    private static Draft job(Instant time, Machine host, int job, String text) {
        return WazuhAlert.of(time, host, 100_210, 3, text)
                .groups("local", "backup")
                .syslog(
                        "backupd",
                        "backupd",
                        job,
                        "/var/log/syslog",
                        "job %d to %s: %s".formatted(job, Site.BACKUP.name(), text))
                .data("dstip", Site.BACKUP.ip())
                .draft();
    }

    private static Draft rootcheck(Window window, Dice dice) {
        return WazuhAlert.of(
                        window.anytime(dice),
                        dice.pick(Site.LINUX_SERVERS),
                        510,
                        7,
                        "Host-based anomaly detection event (rootcheck).")
                .groups("ossec", "rootcheck")
                .line("rootcheck", "rootcheck", "File '/usr/bin/diff' differs from the generic trojan signature list")
                .data("file", "/usr/bin/diff")
                .data("title", "Generic signature match, known to be noisy")
                .draft();
    }

    /// A backup product that lists shadow copies every night looks a little like ransomware getting ready.
    private static Draft backupSnapshot(Window window, Dice dice) {
        return WazuhAlert.of(
                        window.daily(dice, Office.BERLIN, LocalTime.of(23, 10), Duration.ofMinutes(40)),
                        Site.ERP,
                        92_040,
                        6,
                        "Volume shadow copy service used by a backup agent")
                .groups("sysmon", "windows")
                .windows(
                        "Microsoft-Windows-Sysmon/Operational",
                        1,
                        "image",
                        "C:\\Windows\\System32\\vssadmin.exe",
                        "commandLine",
                        "vssadmin.exe list shadows",
                        "parentImage",
                        "C:\\Program Files\\Backupd\\agent.exe",
                        "user",
                        "EXAMPLE\\svc-backup",
                        "hashes",
                        "SHA256=" + dice.sha256())
                .draft();
    }
}
