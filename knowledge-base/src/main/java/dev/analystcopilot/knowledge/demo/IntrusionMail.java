package dev.analystcopilot.knowledge.demo;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.demo.OcsfFinding.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/// A working day of a phished account: link, typed password, sign-in from abroad, inbox rule, consent to an app; then
/// the network (told by [IntrusionMailNetwork]).
final class IntrusionMail implements Story {
    private static final String LURE_HOST = "sso-portal.example.net";
    private static final String LURE = "https://" + LURE_HOST + "/session/verify";
    private static final String ABROAD = "192.0.2.145";
    private static final Duration LENGTH = Duration.ofHours(6);

    @Override
    public Part part() {
        return Part.INTRUSION_MAIL;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        Instant begin = window.latestWorkday(Office.BERLIN, LocalTime.of(9, 8), LENGTH);
        mails(begin, dice, out);
        typedPassword(begin.plus(Duration.ofMinutes(6)), dice, out);
        account(begin.plus(Duration.ofMinutes(44)), out);
        new IntrusionMailNetwork().tell(begin.plus(Duration.ofMinutes(136)), dice, out);
    }

    private static void mails(Instant begin, Dice dice, Consumer<Draft> out) {
        var recipients = List.of(Site.VICTIM, Site.BERLIN_STAFF.get(6), Site.SHANGHAI_STAFF.getFirst());
        for (Person person : recipients) {
            boolean shanghai = person.office() == Office.SHANGHAI;
            out.accept(OcsfFinding.of(
                            begin.plusSeconds(dice.between(0, 40)),
                            Product.MAIL_GATEWAY,
                            "new-domain-link",
                            Severity.MEDIUM,
                            shanghai
                                    ? "邮件网关：邮件含新注册域名链接，已投递"
                                    : "Mail with a link to a newly registered domain delivered")
                    .attack("T1566.002", "Spearphishing Link", "TA0001", "Initial Access")
                    .email(
                            "it-service@" + LURE_HOST,
                            person.mailbox(),
                            shanghai ? "请重新验证您的账号" : "Your account must be verified again today")
                    .url(LURE, LURE_HOST)
                    .allowed()
                    .draft());
        }
    }

    private static void typedPassword(Instant begin, Dice dice, Consumer<Draft> out) {
        Person victim = Site.VICTIM;
        out.accept(web(begin, victim, "new-domain-visit", Severity.LOW, "Visit to a newly registered domain", dice)
                .http("GET", 200, "Mozilla/5.0 (Windows NT 10.0; Win64; x64)")
                .draft());
        out.accept(web(
                        begin.plusSeconds(41),
                        victim,
                        "password-on-unknown-site",
                        Severity.HIGH,
                        "Company password typed on an unknown website",
                        dice)
                .message("The browser agent saw the hash of a company password in a form sent to a look-alike page.")
                .attack("T1598.003", "Spearphishing Link", "TA0043", "Reconnaissance")
                .http("POST", 302, "Mozilla/5.0 (Windows NT 10.0; Win64; x64)")
                .draft());
        out.accept(web(
                        begin.plus(Duration.ofMinutes(9)),
                        Site.SHANGHAI_STAFF.getFirst(),
                        "new-domain-visit",
                        Severity.LOW,
                        "上网行为管理：访问新注册域名已拦截",
                        dice)
                .blocked()
                .draft());
    }

    private static void account(Instant begin, Consumer<Draft> out) {
        out.accept(
                cloud(begin, Product.IDENTITY, "new-country", Severity.MEDIUM, "Sign-in from a country not seen before")
                        .message("Unmanaged device; the multi-factor claim came with a replayed session.")
                        .attack("T1078.004", "Cloud Accounts", "TA0001", "Initial Access")
                        .draft());
        out.accept(cloud(
                        begin.plus(Duration.ofMinutes(6)),
                        Product.IDENTITY,
                        "impossible-travel",
                        Severity.HIGH,
                        "Two sign-ins that no journey connects")
                .message("Berlin and abroad within twelve minutes.")
                .draft());
        out.accept(cloud(
                        begin.plus(Duration.ofMinutes(14)),
                        Product.SAAS,
                        "inbox-rule-hide",
                        Severity.MEDIUM,
                        "Inbox rule hides mail about invoices and passwords")
                .message(
                        "Rule '.' moves mail containing 'invoice', 'password' or 'security' to RSS Feeds, marked read.")
                .attack("T1564.008", "Email Hiding Rules", "TA0005", "Defense Evasion")
                .draft());
        out.accept(cloud(
                        begin.plus(Duration.ofMinutes(27)),
                        Product.SAAS,
                        "consent-risky-app",
                        Severity.HIGH,
                        "User consented to an unverified app with mail and file access")
                .message("App 'Document Sync Helper' may read mail and files and stay signed in.")
                .attack("T1528", "Steal Application Access Token", "TA0006", "Credential Access")
                .draft());
        out.accept(cloud(
                        begin.plus(Duration.ofMinutes(48)),
                        Product.IDENTITY,
                        "mfa-method-added",
                        Severity.MEDIUM,
                        "New multi-factor method registered")
                .attack("T1098.005", "Device Registration", "TA0003", "Persistence")
                .draft());
    }

    private static OcsfFinding web(
            Instant time, Person person, String rule, Severity severity, String title, Dice dice) {
        return OcsfFinding.of(time, Product.PROXY, rule, severity, title)
                .device(person.workstation())
                .person(person)
                .source(person.workstation().ip(), dice.port())
                .url(LURE, LURE_HOST)
                .allowed();
    }

    private static OcsfFinding cloud(Instant time, Product product, String rule, Severity severity, String title) {
        return OcsfFinding.of(time, product, rule, severity, title)
                .person(Site.VICTIM)
                .source(ABROAD, 443)
                .location("Brazil")
                .allowed();
    }
}
