package dev.analystcopilot.triage.hunt;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.text.indicator.IndicatorMatch;
import dev.analystcopilot.knowledge.text.indicator.IndicatorScanner;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the names of hosts, users, addresses, files, rules and sources.
final class Things {
    private static final String NAME = "([A-Za-z0-9_][\\w.@$\\\\-]{0,79}[\\w$]|[A-Za-z])";
    private static final String CALLED = "(?: named| called| is)?[ :]+";
    private static final Pattern NOT = Pattern.compile(
            "(?:\\b(?:not|except(?: for)?|excluding|exclude|without|other than|but not|besides|apart from)|除了|除去|排除|不含|不包括|不是|不在|非)"
                    + "[ ]*(?:(?:on|from|by|for|the|in|host|user|ip|server|machine|account) ?)*(?:主机|用户|地址|服务器|账号|账户|ip)? *$",
            CASE_INSENSITIVE);
    private static final Pattern PROGRAM = Pattern.compile(
            ".+\\.(?:exe|dll|ps1|sh|py|bat|cmd|vbs|js|jar|zip|rar|docx?|xlsx?|pdf|php|jspx?|aspx?|lnk|iso|elf)",
            CASE_INSENSITIVE);
    private static final Pattern ODD = Pattern.compile(
            "(?<![\\w.@/\\\\-])(?=[\\w.$\\\\-]*[A-Za-z])(?=[\\w.$\\\\-]*(?:\\d|[A-Za-z0-9][_\\\\-][A-Za-z0-9]))[A-Za-z0-9_][\\w.$\\\\-]+[\\w$]");

    private record Kind(Pattern pattern, Name field, HuntOp op) {
        static Kind of(String regex, Name field, HuntOp op) {
            return new Kind(Pattern.compile(regex, CASE_INSENSITIVE), field, op);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "\\b(?:rule|sid|signature)(?: id| number| no\\.?)?[ :#]+([\\w:.-]*\\d[\\w:.-]*)",
                    Name.RULE,
                    HuntOp.IS),
            Kind.of("规则(?:号|编号|id)?[ :：]*([A-Za-z0-9][\\w:.-]*\\d|\\d+)", Name.RULE, HuntOp.IS),
            Kind.of("\\b(?:user|account|username)s?" + CALLED + NAME, Name.USER, HuntOp.IS),
            Kind.of("(?:用户|账户|账号|帐号)(?:名为|叫做|叫|为|是)?[ :：]*" + NAME, Name.USER, HuntOp.IS),
            Kind.of(NAME + " ?(?:这个)?(?:用户|账户|账号|帐号)", Name.USER, HuntOp.IS),
            Kind.of(
                    "\\b(?:host|machine|server|computer|endpoint|workstation|device|laptop)s?" + CALLED + NAME,
                    Name.HOST,
                    HuntOp.IS),
            Kind.of("(?:主机|服务器|机器|终端|电脑)(?:名为|叫做|叫|为|是)?[ :：]*" + NAME, Name.HOST, HuntOp.IS),
            Kind.of(NAME + " ?(?:这台)?(?:主机|服务器|机器|终端|电脑)", Name.HOST, HuntOp.IS),
            Kind.of("\\b(?:process|program|command|executable)(?:es)?" + CALLED + NAME, Name.PROCESS, HuntOp.CONTAINS),
            Kind.of("(?:进程|程序|命令)(?:名为|叫做|叫|为|是|包含)?[ :：]*" + NAME, Name.PROCESS, HuntOp.CONTAINS),
            Kind.of("\\bfile(?:s|name)?" + CALLED + NAME, Name.FILE, HuntOp.CONTAINS),
            Kind.of("文件(?:名为|叫做|叫|为|是|包含)?[ :：]*" + NAME, Name.FILE, HuntOp.CONTAINS),
            Kind.of("\\bsource" + CALLED + NAME, Name.SOURCE, HuntOp.IS),
            Kind.of("(?:数据源|来源)(?:为|是)?[ :：]*" + NAME, Name.SOURCE, HuntOp.IS));
    private static final Pattern ON =
            Pattern.compile("\\b(?:on|at)(?: the)? ([A-Za-z][\\w.$-]*[\\w$])\\b", CASE_INSENSITIVE);
    private static final String AND_ZH = " ?(?:、|,|，|和|或者|或|及|与) ?";
    private static final String PLAIN = "[A-Za-z][\\w.$-]*[\\w$]";
    private static final Pattern ON_ZH =
            Pattern.compile("(?:在|于)? ?((?:" + PLAIN + AND_ZH + ")*" + PLAIN + ") ?(?:上面|上|里)");
    private static final Pattern LISTED = Pattern.compile(AND_ZH);
    private static final Pattern BY = Pattern.compile("\\bby ([A-Za-z][\\w.$\\\\-]*[\\w$])\\b", CASE_INSENSITIVE);
    private static final Pattern MORE =
            Pattern.compile("^ *(?:,|and|or|and also|和|或|或者|、|，|与|及) *" + NAME + "(?![\\w.])");

    private final IndicatorScanner scanner = new IndicatorScanner();
    private final Filler filler;
    private final Pattern sources;

    Things(Filler filler) {
        this.filler = filler;
        this.sources = Pattern.compile(
                "(?<![\\w.-])("
                        + String.join(
                                "|",
                                String.join(" ", Lists.lines("sources.txt")).split(" ")) + ")(?![\\w.-])",
                CASE_INSENSITIVE);
    }

    void read(Unread text, Conditions conditions) {
        for (Kind kind : KINDS) {
            kind(text, kind, conditions);
        }
        indicators(text, conditions);
        for (MatchResult match : text.take(sources)) {
            conditions.add(
                    Name.SOURCE,
                    negated(text, match.start()) ? HuntOp.IS_NOT : HuntOp.IS,
                    HuntWords.lower(match.group(1)));
        }
        plain(text, ON, Name.HOST, conditions);
        plain(text, ON_ZH, Name.HOST, conditions);
        plain(text, BY, Name.USER, conditions);
        for (MatchResult match : text.take(ODD)) {
            add(conditions, text, match.start(), Name.ENTITY, HuntOp.IS, match.group());
        }
    }

    /// A name beside the word for its kind, and those that are listed behind it.
    private void kind(Unread text, Kind kind, Conditions conditions) {
        Matcher matcher = kind.pattern.matcher(text.rest());
        int from = 0;
        while (matcher.find(from)) {
            from = matcher.end();
            String name = matcher.group(1);
            if (isName(name)) {
                text.blank(matcher.start(), matcher.end());
                add(conditions, text, matcher.start(), kind.field, kind.op, name);
                from = more(text, matcher.end(), kind, conditions);
            }
        }
    }

    private int more(Unread text, int from, Kind kind, Conditions conditions) {
        int at = from;
        Matcher next = MORE.matcher(text.rest().substring(at));
        while (next.find() && isName(next.group(1))) {
            add(conditions, text, from, kind.field, kind.op, next.group(1));
            text.blank(at, at + next.end());
            at += next.end();
            next = MORE.matcher(text.rest().substring(at));
        }
        return at;
    }

    private void plain(Unread text, Pattern pattern, Name field, Conditions conditions) {
        Matcher matcher = pattern.matcher(text.rest());
        while (matcher.find()) {
            List<String> names = List.of(LISTED.split(matcher.group(1)));
            if (names.stream().allMatch(this::isName)) {
                names.forEach(name -> add(conditions, text, matcher.start(1), field, HuntOp.IS, name));
                text.blank(matcher.start(), matcher.end());
                more(text, matcher.end(), new Kind(pattern, field, HuntOp.IS), conditions);
            }
        }
    }

    private boolean isName(String word) {
        return !filler.isFiller(word) && !PROGRAM.matcher(word).matches();
    }

    private void indicators(Unread text, Conditions conditions) {
        for (IndicatorMatch match : scanner.scan(text.rest())) {
            text.blank(match.start(), match.end());
            String value = match.value();
            int at = match.start();
            switch (match.type()) {
                case IPV4, IPV6 -> add(conditions, text, at, Name.IP, HuntOp.IS, value);
                case CIDR -> add(conditions, text, at, Name.IP, HuntOp.CONTAINS, network(value));
                case DOMAIN -> {
                    boolean program = PROGRAM.matcher(value).matches();
                    add(
                            conditions,
                            text,
                            at,
                            program ? Name.TEXT : Name.ENTITY,
                            program ? HuntOp.CONTAINS : HuntOp.IS,
                            value);
                }
                case EMAIL -> add(conditions, text, at, Name.ENTITY, HuntOp.IS, value);
                case URL -> add(conditions, text, at, Name.URL, HuntOp.CONTAINS, value);
                case MD5, SHA1, SHA256, SHA512 -> add(conditions, text, at, Name.HASH, HuntOp.IS, value);
                case ATTACK_ID -> {
                    boolean technique = value.matches("T\\d{4}(?:\\.\\d{3})?");
                    add(
                            conditions,
                            text,
                            at,
                            technique ? Name.TECHNIQUE : Name.TEXT,
                            technique ? HuntOp.IS : HuntOp.CONTAINS,
                            value);
                }
                case CVE, MAC, WINDOWS_PATH, UNC_PATH, POSIX_PATH, REGISTRY_KEY ->
                    add(conditions, text, at, Name.TEXT, HuntOp.CONTAINS, value);
            }
        }
    }

    /// The part of an address that a network's size leaves fixed, as far as whole numbers go.
    private static String network(String cidr) {
        int slash = cidr.indexOf('/');
        String address = cidr.substring(0, slash);
        int numbers = Integer.parseInt(cidr.substring(slash + 1)) / 8;
        if (address.indexOf(':') >= 0 || numbers < 1 || numbers > 3) {
            return address;
        }
        String[] parts = address.split("\\.");
        return String.join(".", List.of(parts).subList(0, numbers)) + ".";
    }

    private static void add(Conditions conditions, Unread text, int at, Name field, HuntOp op, String value) {
        boolean not = negated(text, at);
        if (not && op == HuntOp.CONTAINS) {
            return;
        }
        conditions.add(field, not ? HuntOp.IS_NOT : op, value);
    }

    private static boolean negated(Unread text, int at) {
        return NOT.matcher(text.rest().substring(0, at)).find();
    }
}
