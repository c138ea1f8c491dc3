package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.Burst;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a burst saw: a machine from within, traffic towards it, a login that worked.
final class Witness {
    private static final Pattern NETWORK_SENSOR = Pattern.compile(
            "suricata|snort|zeek|\\bids\\b|\\bips\\b|\\bwaf\\b|firewall|netflow|skyeye|\\beve\\b|\\bdns\\b"
                    + "|proxy|gateway|netscaler|modsecurity|access (log|request)|network scan|流量|防火墙|网关",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_USER = Pattern.compile(
            "(?<![\\w/.-])(www-data|wwwrun|apache2?|httpd|nginx|lighttpd|tomcat\\d*|w3wp|iusr\\w*|iis apppool"
                    + "|php-fpm|jetty|jboss|weblogic)(?![\\w-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile(
            "(log(ged)?.?[io]n|sign(ed)?.?in|session opened|authentication|accepted (password|publickey)"
                    + "|登录|登陆|认证).{0,60}(success|accepted|opened|成功)"
                    + "|(success|accepted|成功).{0,60}(log.?[io]n|sign.?in|authentication|password|session|登录|登陆|认证)"
                    + "|\\blogged (in|on)\\b|user login$|accepted (password|publickey)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FAILED =
            Pattern.compile("fail|invalid|denied|reject|incorrect|失败|错误|拒绝", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED = Pattern.compile(
            "block\\w*|den(y|ied)|drop(ped)?|reject\\w*|prevent\\w*|quarantin\\w*|reset\\w*|refus\\w*|clean\\w*"
                    + "|remov\\w*|deleted|killed|terminated|阻断|拦截|拒绝|丢弃|隔离|清除|阻止",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> FROM_WITHIN = List.of(
            "process.command_line",
            "process.image",
            "process.parent",
            "process.user",
            "file.path",
            "service.state",
            "event.id");
    private static final List<String> LOGIN_EVENTS = List.of("4624", "4648", "4769", "4778");

    private Witness() {}

    /// Whether it tells what happened on the machine, not what was sent to it.
    static boolean fromWithin(Evidence e) {
        Burst burst = e.burst();
        if (!burst.lineage().isEmpty()
                || FROM_WITHIN.stream().anyMatch(name -> !burst.details(name).isEmpty())) {
            return true;
        }
        return burst.entities().keySet().stream().anyMatch(entity -> entity instanceof Entity.Process)
                || !NETWORK_SENSOR.matcher(words(burst)).find();
    }

    /// Whether the account of a web server acted.
    static boolean byWebUser(Evidence e) {
        Burst burst = e.burst();
        Stream<String> accounts = burst.entities().keySet().stream()
                .filter(entity -> entity instanceof Entity.User)
                .map(Entity::value);
        Stream<String> processes = Stream.of("process.user", "process.parent", "process.image")
                .flatMap(name -> burst.details(name).stream())
                .map(path -> path.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)\\.exe$", ""));
        return Stream.concat(accounts, processes)
                        .anyMatch(name -> WEB_USER.matcher(name).find())
                || (fromWithin(e) && WEB_USER.matcher(burst.sample().title()).find());
    }

    /// Whether somebody got in.
    static boolean loggedIn(Evidence e) {
        Burst burst = e.burst();
        String words = words(burst);
        return burst.details("event.id").stream().anyMatch(LOGIN_EVENTS::contains)
                || (LOGIN.matcher(words).find() && !FAILED.matcher(words).find());
    }

    /// Whether all that it saw was stopped.
    static boolean stopped(Evidence e) {
        List<String> actions = e.burst().details("action");
        return !actions.isEmpty()
                && actions.stream().allMatch(action -> STOPPED.matcher(action).matches());
    }

    /// HTTP status codes that its requests were answered with; those that are no numbers are left out.
    static List<Integer> statuses(Evidence e) {
        return e.burst().details("http.status").stream()
                .filter(status -> status.matches("[1-5]\\d\\d"))
                .map(Integer::valueOf)
                .toList();
    }

    private static String words(Burst burst) {
        return (burst.sample().source() + ": " + burst.sample().title() + " | "
                        + burst.sample().rule())
                .toLowerCase(Locale.ROOT);
    }
}
