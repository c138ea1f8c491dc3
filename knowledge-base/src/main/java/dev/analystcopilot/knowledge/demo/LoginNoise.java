package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// People and service accounts signing in, and mistyping.
final class LoginNoise implements Story {
    private static final String AUTH_LOG = "/var/log/auth.log";
    private static final String SECURITY = "Security";
    private static final List<String> GUESSED = List.of("admin", "test", "oracle", "ubuntu", "ftpuser", "guest");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 210; i++) {
            sshLogin(window, dice, out);
        }
        for (int i = 0; i < 320; i++) {
            out.accept(windowsLogin(window, dice));
        }
        for (int i = 0; i < 95; i++) {
            mistypedWindows(window, dice, out);
        }
        for (int i = 0; i < 40; i++) {
            mistypedSsh(window, dice, out);
        }
        for (int i = 0; i < 70; i++) {
            out.accept(guessedUser(window, dice));
        }
        for (int i = 0; i < 4; i++) {
            out.accept(lockout(window, dice));
        }
    }

    private static void sshLogin(Window window, Dice dice, Consumer<Draft> out) {
        boolean automated = dice.chance(.35);
        Instant time = automated ? window.anytime(dice) : window.working(dice, Office.BERLIN);
        String user = automated ? dice.pick(List.of("svc-deploy", "svc-backup")) : dice.pick(Site.ADMINS);
        String from = automated ? Site.CI.ip() : Site.JUMP.ip();
        Machine host = dice.pick(Site.LINUX_SERVERS);
        int pid = dice.pid();
        out.accept(WazuhAlert.of(time, host, 5715, 3, "sshd: authentication success.")
                .groups("syslog", "sshd", "authentication_success")
                .mitre("T1078", "Valid Accounts", "Initial Access")
                .syslog(
                        "sshd",
                        "sshd",
                        pid,
                        AUTH_LOG,
                        "Accepted publickey for %s from %s port %d ssh2".formatted(user, from, dice.port()))
                .data("srcip", from)
                .data("dstuser", user)
                .draft());
        if (dice.chance(.6)) {
            out.accept(WazuhAlert.of(
                            time.plusMillis(dice.between(20, 400)), host, 5501, 3, "PAM: Login session opened.")
                    .groups("pam", "syslog", "authentication_success")
                    .syslog("pam", "sshd", pid, AUTH_LOG, "pam_unix(sshd:session): session opened for user " + user)
                    .data("dstuser", user)
                    .draft());
        }
    }

    private static Draft windowsLogin(Window window, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        Machine server = dice.pick(List.of(Site.DIRECTORY, Site.FILES, Site.ERP, Site.DIRECTORY));
        return WazuhAlert.of(window.working(dice, Office.BERLIN), server, 60106, 3, "Windows logon success.")
                .groups("windows", "windows_security", "authentication_success")
                .mitre("T1078", "Valid Accounts", "Defense Evasion")
                .windows(
                        SECURITY,
                        4624,
                        "targetUserName",
                        person.login(),
                        "targetDomainName",
                        "EXAMPLE",
                        "logonType",
                        "3",
                        "ipAddress",
                        person.workstation().ip(),
                        "workstationName",
                        person.workstation().name())
                .draft();
    }

    private static void mistypedWindows(Window window, Dice dice, Consumer<Draft> out) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        Instant time = window.working(dice, Office.BERLIN);
        int tries = dice.chance(.25) ? 2 : 1;
        for (int i = 0; i < tries; i++) {
            time = time.plusSeconds(dice.between(4, 20));
            out.accept(WazuhAlert.of(time, Site.DIRECTORY, 60122, 5, "Logon failure - unknown user or bad password.")
                    .groups("windows", "windows_security", "authentication_failed")
                    .mitre("T1110", "Brute Force", "Credential Access")
                    .windows(
                            SECURITY,
                            4625,
                            "targetUserName",
                            person.login(),
                            "targetDomainName",
                            "EXAMPLE",
                            "logonType",
                            "3",
                            "status",
                            "0xc000006d",
                            "subStatus",
                            "0xc000006a",
                            "ipAddress",
                            person.workstation().ip(),
                            "workstationName",
                            person.workstation().name())
                    .draft());
        }
    }

    private static void mistypedSsh(Window window, Dice dice, Consumer<Draft> out) {
        Instant time = window.working(dice, Office.BERLIN);
        String admin = dice.pick(Site.ADMINS);
        out.accept(WazuhAlert.of(time, dice.pick(Site.LINUX_SERVERS), 5716, 5, "sshd: authentication failed.")
                .groups("syslog", "sshd", "authentication_failed")
                .mitre("T1110", "Brute Force", "Credential Access")
                .syslog(
                        "sshd",
                        "sshd",
                        dice.pid(),
                        AUTH_LOG,
                        "Failed password for %s from %s port %d ssh2".formatted(admin, Site.JUMP.ip(), dice.port()))
                .data("srcip", Site.JUMP.ip())
                .data("dstuser", admin)
                .draft());
    }

    private static Draft guessedUser(Window window, Dice dice) {
        String user = dice.pick(GUESSED);
        String from = dice.pick(Site.CRAWLERS);
        return WazuhAlert.of(
                        window.anytime(dice), Site.GIT, 5710, 5, "sshd: Attempt to login using a non-existent user")
                .groups("syslog", "sshd", "authentication_failed", "invalid_login")
                .mitre("T1110.001", "Password Guessing", "Credential Access")
                .syslog(
                        "sshd",
                        "sshd",
                        dice.pid(),
                        AUTH_LOG,
                        "Invalid user %s from %s port %d".formatted(user, from, dice.port()))
                .data("srcip", from)
                .data("srcuser", user)
                .draft();
    }

    private static Draft lockout(Window window, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        return WazuhAlert.of(
                        window.working(dice, Office.BERLIN),
                        Site.DIRECTORY,
                        60115,
                        9,
                        "User account locked out (multiple login errors).")
                .groups("windows", "windows_security", "authentication_failures")
                .mitre("T1110", "Brute Force", "Credential Access")
                .windows(
                        SECURITY,
                        4740,
                        "targetUserName",
                        person.login(),
                        "targetDomainName",
                        person.workstation().name())
                .draft();
    }
}
