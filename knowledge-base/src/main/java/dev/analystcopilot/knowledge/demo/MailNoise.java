package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Mail that the gateway stopped, and sign-ins that only look a little odd.
final class MailNoise implements Story {
    private static final List<String> SUBJECTS = List.of(
            "Your parcel could not be delivered",
            "Invoice overdue",
            "You have won a voucher",
            "Mailbox almost full",
            "Cheap watches",
            "Re: your application");
    private static final List<String> SENDERS =
            List.of("news@offers.example.net", "post@parcel.example.org", "billing@invoices.example.net");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 260; i++) {
            out.accept(quarantine(window.anytime(dice), dice));
        }
        for (int i = 0; i < 90; i++) {
            out.accept(rejected(window.anytime(dice), dice));
        }
        for (int i = 0; i < 45; i++) {
            out.accept(newDevice(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 22; i++) {
            out.accept(promptDenied(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 5; i++) {
            out.accept(travel(window.working(dice, Office.BERLIN), dice));
        }
        for (int i = 0; i < 6; i++) {
            out.accept(ownRule(window.working(dice, Office.BERLIN), dice));
        }
    }

    private static Draft quarantine(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        boolean attachment = dice.chance(.15);
        return OcsfFinding.of(
                        time,
                        Product.MAIL_GATEWAY,
                        attachment ? "attachment-type" : "bulk-phish-score",
                        attachment ? Severity.MEDIUM : Severity.LOW,
                        attachment
                                ? "Mail with a blocked attachment type quarantined"
                                : "Suspected phishing mail quarantined")
                .attack("T1566", "Phishing", "TA0001", "Initial Access")
                .email(dice.pick(SENDERS), person.mailbox(), dice.pick(SUBJECTS))
                .quarantined()
                .draft();
    }

    private static Draft rejected(Instant time, Dice dice) {
        String from = dice.pick(Site.CRAWLERS);
        return WazuhAlert.of(
                        time, Site.MAIL, 3_302, 6, "Postfix: Rejected by access list (requested action not taken).")
                .groups("syslog", "postfix", "spam")
                .syslog(
                        "postfix-reject",
                        "postfix/smtpd",
                        dice.pid(),
                        "/var/log/mail.log",
                        "NOQUEUE: reject: RCPT from unknown[%s]: 554 5.7.1 listed".formatted(from))
                .data("srcip", from)
                .draft();
    }

    private static Draft newDevice(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        return signIn(
                        time,
                        "new-device",
                        Severity.LOW,
                        "Sign-in from a device not seen before",
                        person,
                        "192.0.2." + dice.between(225, 250),
                        "Germany")
                .message("Browser updated or private window; multi-factor prompt approved.")
                .allowed()
                .draft();
    }

    private static Draft promptDenied(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF);
        return signIn(
                        time,
                        "mfa-timeout",
                        Severity.LOW,
                        "Multi-factor prompt not answered",
                        person,
                        person.workstation().ip(),
                        "Germany")
                .blocked()
                .draft();
    }

    private static Draft travel(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF.subList(8, 16));
        String country = dice.pick(List.of("Austria", "France", "Spain"));
        return signIn(
                        time,
                        "new-country",
                        Severity.MEDIUM,
                        "Sign-in from a country not seen before",
                        person,
                        "203.0.113." + dice.between(180, 200),
                        country)
                .message("Managed laptop, multi-factor prompt approved on the usual phone.")
                .allowed()
                .draft();
    }

    private static Draft ownRule(Instant time, Dice dice) {
        Person person = dice.pick(Site.BERLIN_STAFF.subList(8, 16));
        return OcsfFinding.of(time, Product.SAAS, "inbox-rule-created", Severity.LOW, "Inbox rule created")
                .message("Rule 'Newsletters' moves mail of two senders to a folder.")
                .person(person)
                .source(person.workstation().ip(), dice.port())
                .allowed()
                .draft();
    }

    private static OcsfFinding signIn(
            Instant time, String rule, Severity severity, String title, Person person, String ip, String country) {
        return OcsfFinding.of(time, Product.IDENTITY, rule, severity, title)
                .person(person)
                .source(ip, 443)
                .location(country);
    }
}
