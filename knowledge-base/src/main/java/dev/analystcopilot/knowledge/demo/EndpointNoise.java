package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/// Endpoint agents: unwanted but harmless programs, administrators' scripts, installers.
final class EndpointNoise implements Story {
    private static final String POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    private static final List<String> UNWANTED =
            List.of("coupon-bar-setup.exe", "pdf-converter-free.exe", "driver-booster.exe", "search-helper.exe");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 70; i++) {
            out.accept(unwanted(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 90; i++) {
            out.accept(inventory(window, dice));
        }
        for (int i = 0; i < 80; i++) {
            out.accept(installed(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 35; i++) {
            out.accept(remoteAdmin(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 40; i++) {
            out.accept(removableMedia(window.working(dice, Office.BERLIN), dice));
        }
    }

    private static Draft unwanted(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        String file = dice.pick(UNWANTED);
        return OcsfFinding.of(
                        time,
                        Product.ENDPOINT,
                        "pua-generic",
                        Severity.LOW,
                        "Potentially unwanted application quarantined")
                .device(person.workstation())
                .person(person)
                .file("C:\\Users\\%s\\Downloads\\%s".formatted(person.login(), file), dice.sha256())
                .quarantined()
                .draft();
    }

    private static Draft inventory(Window window, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        Instant time = window.daily(dice, Office.BERLIN, LocalTime.of(12, 0), Duration.ofMinutes(90));
        return OcsfFinding.of(
                        time,
                        Product.ENDPOINT,
                        "script-by-agent",
                        Severity.LOW,
                        "PowerShell script started by a management agent")
                .attack("T1059.001", "PowerShell", "TA0002", "Execution")
                .device(person.workstation())
                .user("svc-inventory")
                .process(
                        POWERSHELL,
                        "powershell.exe -File C:\\ProgramData\\Inventory\\collect.ps1",
                        dice.pid(),
                        "3f1c0e5ad7b94c26a1f09b7be64d21c58e27a90d6c54b3f8127d0e9a4b6c5d31")
                .parent("C:\\ProgramData\\Inventory\\agent.exe", "agent.exe --daily", dice.pid())
                .allowed()
                .draft();
    }

    private static Draft installed(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        String product = dice.pick(List.of("Office suite update", "Browser update", "Meeting client", "PDF reader"));
        return WazuhAlert.of(time, person.workstation(), 60_612, 3, "Application installed.")
                .groups("windows", "windows_application")
                .windows(
                        "Application",
                        11_707,
                        "data",
                        "Product: %s -- Installation completed successfully.".formatted(product))
                .draft();
    }

    private static Draft remoteAdmin(Instant time, Dice dice) {
        Machine server = dice.pick(Site.WINDOWS_SERVERS);
        String admin = dice.pick(Site.ADMINS);
        return WazuhAlert.of(time, server, 92_653, 6, "Remote Desktop logon by an administrator")
                .groups("windows", "windows_security", "authentication_success")
                .mitre("T1021.001", "Remote Desktop Protocol", "Lateral Movement")
                .windows(
                        "Security",
                        4624,
                        "targetUserName",
                        admin,
                        "targetDomainName",
                        "EXAMPLE",
                        "logonType",
                        "10",
                        "ipAddress",
                        Site.JUMP.ip(),
                        "workstationName",
                        Site.JUMP.name())
                .draft();
    }

    private static Draft removableMedia(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        return OcsfFinding.of(
                        time,
                        Product.ENDPOINT,
                        "usb-storage",
                        Severity.INFORMATIONAL,
                        "Encrypted company USB stick connected")
                .device(person.workstation())
                .person(person)
                .allowed()
                .draft();
    }
}
