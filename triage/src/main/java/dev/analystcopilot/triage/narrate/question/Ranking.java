package dev.analystcopilot.triage.narrate.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds cases that a question means by their place in the order of urgency: "the worst case", 最紧急的两个案件,
/// "case 1 and 3 of the list"; and things that are asked for as "the most suspicious".
final class Ranking {
    /// In longer text, nobody points into a list.
    private static final int LONGEST = 400;

    private static final String MOST_EN =
            "(?:worst|gravest|nastiest|biggest|riskiest|scariest|ugliest|topmost|top(?:[- ](?:ranked|rated"
                    + "|priority|risk))?|highest(?:[- ](?:ranked|rated|ranking|priority|risk|severity|scoring|scored|urgency))?|number[- ]one"
                    + "|most (?:urgent|important|severe|serious|critical|dangerous|pressing|alarming|worrying|suspicious|harmful|damaging))";
    private static final String CASE_EN = "(?:cases?|incidents?|attacks?|intrusions?|breach(?:es)?)";
    private static final String ONE_EN = "(?:case|incident|attack|intrusion|breach|one)\\b(?![- ]scenario)";
    private static final String FEW_EN = "(?:two|three|four|five|[2-5]|couple of)";
    private static final String MOST_ZH =
            "(?:最(?:为)?(?:紧急|紧迫|严重|要紧|重要|危险|糟糕|糟|急|棘手|可疑|恶劣|要命|优先)|(?:风险|优先级|级别|得分|评分|紧急程度|严重程度)最高|排名?第一|排在(?:第一|最前面?)|头号|首要)";
    private static final String CASE_ZH = "(?:案件|事件|案子|攻击|入侵)";

    /// "The worst case", "the second most urgent incident", 最严重的那个案件.
    private static final Pattern ONE = Pattern.compile(
            "(?:\\b(?:the|our|my|your|today's|this week's) )?\\b(?:(second|2nd|third|3rd)[- ])?" + MOST_EN
                    + " (?:(?:open|current|new|known|active|single|overall) )?" + ONE_EN + "|(?:(第二|第三))?" + MOST_ZH
                    + "的?(?:那|这|一)?(?:个|起|件|宗|桩|次|条)?" + CASE_ZH + "(?!有?哪些|列表|们)|" + MOST_ZH
                    + "的[那这]一?[个起件]|(第[二三])(?:紧急|紧迫|严重|危险|重要|要紧|棘手)的?那?(?:个|起|件)?" + CASE_ZH);
    /// "Which case is the worst, and …".
    private static final Pattern WHICH =
            Pattern.compile("\\b(?:which|what|whichever) " + ONE_EN + " (?:is|was|looks|seems|ranks|has)(?: the| our)? "
                    + MOST_EN + "(?: one)?\\b|(?:哪(?:一)?(?:个|起|件|宗)" + CASE_ZH + "(?:是)?" + MOST_ZH + "的?)");
    /// "The two worst cases", "top 3 cases", 最紧急的两个案件, 前三个案件.
    private static final Pattern FEW =
            Pattern.compile("\\b" + FEW_EN + " " + MOST_EN + "(?: \\w+)? " + CASE_EN + "\\b|\\b(?:"
                    + MOST_EN + "|first) " + FEW_EN + "\\b(?: (?:\\w+ ){0,3}" + CASE_EN + ")?|" + MOST_ZH
                    + "的?(?:前|头)?[两二三四五2-5](?:个|起|件|宗|大)" + CASE_ZH + "?|(?:排名?|排在)?(?:前|头)[两二三四五2-5](?:个|起|件|名|位|大)(?:"
                    + MOST_ZH
                    + "的?)?" + CASE_ZH + "?");
    private static final String PLACE_EN =
            "(?:[1-9]|one|two|three|four|five|(?:the )?(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)(?: (?:one|case|incident))?)";
    /// "Case 1 and 2", "the first and the third", 案件1和案件2, 第一个和第三个.
    private static final Pattern LISTED = Pattern.compile(
            "(?:(?:\\b(?:cases?|incidents?|numbers?|no\\.?|nos\\.?|items?|entries|entry)|#) ?(?:(?:no\\.?|number|#) ?)?("
                    + PLACE_EN
                    + ")|\\b((?:the )?(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)(?: (?:one|case|incident))?))"
                    + " ?(?:and|with|to|against|vs\\.?|versus|or|,|&|/) ?(?:(?:the )?(?:cases?|incidents?|number|no\\.?|item|entry|#) ?(?:(?:no\\.?|number|#) ?)?)?("
                    + PLACE_EN + ")(?![\\w.:-])"
                    + "|(?:第?([一二三四五1-5])(?:个|起|件|条|号)?(?:" + CASE_ZH + ")?|" + CASE_ZH
                    + " ?([一二三四五1-5])) ?(?:和|与|跟|同|、|及|对比|对) ?(?:第([一二三四五1-5])(?:个|起|件|条|号)?|([一二三四五1-5])(?:个|起|件|条|号)|"
                    + CASE_ZH + " ?([一二三四五1-5])|([一二三四五1-5])(?=$|[^\\d.:：]))");
    private static final Pattern LIST_ZH = Pattern.compile("第|案件|事件|列表|清单|号");

    private static final String ODD_EN = "(?:worst|shadiest|fishiest|oddest|strangest|riskiest|highest[- ]risk|"
            + "most (?:suspicious|suspect|dubious|questionable|dangerous|malicious|risky|worrying|alarming|at risk|abnormal|likely (?:compromised|hacked|bad)))";
    private static final String KIND_EN =
            "(?:accounts?|users?|hosts?|machines?|servers?|computers?|devices?|endpoints?|laptops?|workstations?"
                    + "|address(?:es)?|ips?|ip address(?:es)?|domains?|files?|process(?:es)?|mailbox(?:es)?|identity|identities|logins?|person|people"
                    + "|employees?|entity|entities|systems?)";
    private static final String ODD_ZH = "(?:最(?:为)?(?:可疑|值得怀疑|危险|反常|异常|不正常|不对劲|有问题|让人怀疑|像攻击者)|(?:嫌疑|风险|可疑程度|问题)最[大高])";
    private static final String KIND_ZH = "(?:账号|账户|帐号|用户|主机|机器|服务器|电脑|设备|终端|地址|ip|域名|文件|进程|邮箱|人|系统|实体|员工)";
    private static final Pattern ODDEST = Pattern.compile("\\b(?:which|what|whose)(?: of (?:the|our|my))? (?:\\w+ )?"
            + KIND_EN
            + " (?:is|are|was|were|looks?|seems?|acts?|appears?|behaves?)(?: to be)?(?: the)? " + ODD_EN
            + "\\b|\\bwho(?:'s| is| are| looks?| seems?)(?: the)? "
            + ODD_EN + "\\b|\\b" + ODD_EN + " (?:\\w+ )?" + KIND_EN + "\\b|(?:哪|什么|谁)[^，,。?？]{0,6}?" + KIND_ZH
            + "(?:看起来|看上去|的)?(?:是)?" + ODD_ZH + "|谁的?" + ODD_ZH + "|" + ODD_ZH + "的(?:是哪[一]?(?:个|台|些))?" + KIND_ZH);

    private static final Pattern NEXT = Pattern.compile("\\b(?:second|2nd|third|3rd|next)(?=[- ](?:" + MOST_EN
            + "|one|in line|in urgency|place|on the list)|[?.!]?$)|第[二三](?=" + MOST_ZH + "|个|名|位|起|的)");
    private static final List<Pattern> PLACES = Stream.of(
                    "first|1st|one|1|一",
                    "second|2nd|next|two|2|二",
                    "third|3rd|three|3|三",
                    "fourth|4th|four|4|四",
                    "fifth|5th|five|5|五")
            .map(Pattern::compile)
            .toList();
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int BEYOND = 9;
    private static final Pattern THIS = Pattern.compile(
            "\\b(?:this|that|it)(?: is| was|'s)?(?: the| our)? ?$|这(?:个|起|件)?(?:案件|事件)?(?:为什么|为何|怎么)?(?:是|算|被|不是)[^，,]*$");
    private static final Pattern AND = Pattern.compile("\\band\\b|[，,;；:：]|以及|并且");
    private static final Set<String> BARE = Set.of(
            "which",
            "what",
            "what's",
            "is",
            "are",
            "the",
            "our",
            "show",
            "me",
            "give",
            "list",
            "us",
            "tell",
            "please",
            "now",
            "right",
            "today",
            "open",
            "currently",
            "at",
            "moment",
            "of",
            "all",
            "here",
            "a",
            "an",
            "in",
            "this",
            "week",
            "there",
            "do",
            "we",
            "have",
            "i",
            "see",
            "you",
            "know",
            "only");
    private static final Pattern BARE_ZH =
            Pattern.compile("(?:请|给我|看看?|一下|列出|显示|告诉我?|现在|目前|今天|当前|本周|是|哪个?|一?[个起件]|些|什么|有|的|吗|呢|我们|，|我|把|拿出来)*");

    /// @param text what to read instead, the cases in it written as "this case"
    /// @param places in the order of urgency, from 1
    /// @param bare whether it wants no more than to know which case that is
    record Picked(String text, List<Integer> places, boolean bare) {}

    private Ranking() {}

    /// The case that a question means by its place, where it wants more than its name.
    ///
    /// @param asked in normal characters
    static Optional<Picked> one(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST || FEW.matcher(lower).find()) {
            return Optional.empty();
        }
        Matcher which = WHICH.matcher(lower);
        if (which.find()) {
            boolean more = AND.matcher(lower.substring(which.end())).find();
            return more ? Optional.of(picked(lower, which, 1)) : Optional.empty();
        }
        Matcher one = ONE.matcher(lower);
        if (!one.find() || THIS.matcher(lower.substring(0, one.start())).find()) {
            return Optional.empty();
        }
        return Optional.of(picked(lower, one, placeOf(one)));
    }

    private static Picked picked(String lower, Matcher found, int place) {
        boolean chinese = Character.UnicodeScript.of(lower.codePointAt(found.end() - 1)) == Character.UnicodeScript.HAN;
        String before = lower.substring(0, found.start());
        String after = lower.substring(found.end());
        String rest = (before + " " + after).replaceAll("[?？!！.。]", " ").strip();
        boolean bare = chinese
                ? BARE_ZH.matcher(rest.replace(" ", "")).matches()
                : rest.isEmpty() || List.of(rest.split("\\s+")).stream().allMatch(BARE::contains);
        return new Picked(before + (chinese ? "这个案件" : "this case") + after, List.of(place), bare);
    }

    /// The places of the cases to compare; one where something else is the other; none where none is said.
    static List<Integer> compared(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST) {
            return List.of();
        }
        Matcher listed = LISTED.matcher(lower);
        while (listed.find()) {
            List<Integer> places = groups(listed);
            boolean said = places.size() == 2
                    && (listed.group(3) != null || LIST_ZH.matcher(lower).find());
            if (said && !places.get(0).equals(places.get(1))) {
                return places;
            }
        }
        if (FEW.matcher(lower).find()) {
            return List.of(1, 2);
        }
        Set<Integer> places = new TreeSet<>();
        Matcher one = ONE.matcher(lower);
        while (one.find()) {
            places.add(placeOf(one));
        }
        if (!places.isEmpty()) {
            Matcher next = NEXT.matcher(lower);
            if (next.find()) {
                places.add(place(next.group()));
            }
        }
        return List.copyOf(places);
    }

    /// A text of the same length in which nothing of such a phrase can be taken for a name.
    static String blanked(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length() || lower.length() > LONGEST) {
            return text;
        }
        var blanked = new StringBuilder(text);
        for (Pattern pattern : List.of(ODDEST, WHICH, ONE, FEW)) {
            pattern.matcher(lower)
                    .results()
                    .filter(found -> !DIGIT.matcher(found.group()).find())
                    .forEach(found ->
                            blanked.replace(found.start(), found.end(), " ".repeat(found.end() - found.start())));
        }
        return blanked.toString();
    }

    /// Whether it asks which thing is the most suspicious.
    static boolean asksForTheOddest(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST && ODDEST.matcher(lower).find();
    }

    private static int placeOf(Matcher one) {
        List<Integer> said = groups(one);
        return said.isEmpty() ? 1 : said.getFirst();
    }

    private static List<Integer> groups(Matcher found) {
        List<Integer> places = new ArrayList<>();
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                places.add(place(found.group(group)));
            }
        }
        return places;
    }

    /// "the second one", 三, 4.
    private static int place(String said) {
        for (int place = 1; place <= PLACES.size(); place++) {
            if (PLACES.get(place - 1).matcher(said.replace(" one", "")).find()) {
                return place;
            }
        }
        return BEYOND;
    }
}
