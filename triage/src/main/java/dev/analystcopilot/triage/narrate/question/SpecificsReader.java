package dev.analystcopilot.triage.narrate.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a question says beside names and times: [Specifics].
final class SpecificsReader {
    private static final int MAX_IDS = 6;
    private static final int SHORTEST_PASTED = 8;
    private static final Pattern ID =
            Pattern.compile("(?<![\\w.@/\\\\-])[A-Za-z0-9][A-Za-z0-9._:+/=@-]{4,127}(?![\\w])");
    private static final Pattern AFTER_ALERT =
            Pattern.compile("(?i)(?:\\balert|\\bevent|告警|警报)(?: ?id)? ?[#:： ]? ?([A-Za-z0-9][A-Za-z0-9._:-]{4,127})");
    private static final Pattern NO_ID = Pattern.compile(
            "(?i)case-.*|t\\d{4}(?:\\.\\d{3})?|(?:\\d{1,3}\\.){3}\\d{1,3}|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}.*|\\d{1,2}:\\d{2}.*|cve-.*");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern QUOTED = Pattern.compile("[\"“`「『]([^\"“”`「」『』]{" + SHORTEST_PASTED + ",})[\"”`」』]");
    private static final Pattern AFTER_COLON = Pattern.compile("(?s)[:：\\n]\\s*(.{" + SHORTEST_PASTED + ",})$");
    private static final Pattern MAP_WORDS = Pattern.compile(
            "(?i)\\b(?:which|what|the|mitre|att&ck|attack|techniques?|id|is|are|this|that|does|do|it|correspond|belong|map|maps|mapping|to|for|classify|please|of|in|under|tactic)\\b|[?？。，,]|哪个|什么|哪种|哪项|是|属于|对应|的|技术|攻击手法|手法|编号|这|个|请问|映射到|算");
    private static final Pattern POINTING = Pattern.compile(
            "\\b(?:this|that|it|its|these|those|they|them|their|there|same one|the case|the alert)\\b|这|那个|那起|那次|那些|它|该案|该告警|此案|他们|上述|上面|刚才|前面|前述|当前案件");
    private static final Pattern COUNT_CASES = Pattern.compile("\\bcases?\\b|\\bincidents?\\b|案件|事件数|多少事件");
    private static final Map<Pattern, Integer> ORDINALS = new LinkedHashMap<>();
    private static final Map<Pattern, Grouping> GROUPINGS = new LinkedHashMap<>();

    static {
        ORDINALS.put(
                Pattern.compile(
                        "\\b(?:first|1st) (?:one|case)?|\\b(?:case|number|no\\.?|#) ?1\\b|第一(?:个|起|条)|第1(?:个|起|条)"),
                1);
        ORDINALS.put(
                Pattern.compile(
                        "\\b(?:second|2nd)\\b(?! ?(?:half|ago))|\\b(?:case|number|no\\.?|#) ?2\\b|第二(?:个|起|条)|第2(?:个|起|条)"),
                2);
        ORDINALS.put(
                Pattern.compile(
                        "\\b(?:third|3rd)\\b(?!.party)|\\b(?:case|number|no\\.?|#) ?3\\b|第三(?:个|起|条)|第3(?:个|起|条)"),
                3);
        ORDINALS.put(
                Pattern.compile(
                        "\\b(?:fourth|4th) (?:one|case)|\\b(?:case|number|no\\.?|#) ?4\\b|第四(?:个|起|条)|第4(?:个|起|条)"),
                4);
        ORDINALS.put(
                Pattern.compile(
                        "\\b(?:fifth|5th) (?:one|case)|\\b(?:case|number|no\\.?|#) ?5\\b|第五(?:个|起|条)|第5(?:个|起|条)"),
                5);
        by("rules?|signatures?|detections?", "规则|签名", Grouping.RULE);
        by("titles?|kinds?|types?|names?", "标题|类型|种类", Grouping.TITLE);
        by("hosts?|machines?|servers?|computers?", "主机|机器|服务器|电脑", Grouping.HOST);
        by("users?|accounts?|people", "用户|账户|账号|人员", Grouping.USER);
        by("ips?|addresses|address|talkers?|sources? ip", "地址|ip", Grouping.IP);
        by("severity|severities|level", "级别|严重程度|严重性|等级", Grouping.SEVERITY);
        by("sources?|products?|tools?|sensors?|formats?", "来源|告警源|产品|数据源", Grouping.SOURCE);
        by("verdicts?|dispositions?|outcome", "结论|研判|判定|处置", Grouping.DISPOSITION);
        by("techniques?|att&ck", "技术|手法", Grouping.TECHNIQUE);
        by("hours?|hourly", "小时", Grouping.HOUR);
        by("days?|daily|date", "天|日期|日", Grouping.DAY);
    }

    private SpecificsReader() {}

    private static void by(String english, String chinese, Grouping grouping) {
        GROUPINGS.put(
                Pattern.compile(
                        "\\b(?:by|per|for each|each|every|top(?: \\w+)?|noisiest|which|loudest|across|among) (?:the )?(?:"
                                + english + ")\\b|(?:按|按照|每个?|各个?|哪个|哪些|哪条|哪台|分|前\\S{1,3}个?)(?:不同)?的?(?:" + chinese
                                + ")|(?:"
                                + chinese + ")(?:排行|排名|分布)"),
                grouping);
    }

    /// @param normal the question in normal characters
    static Specifics in(String normal) {
        String lower = normal.toLowerCase(Locale.ROOT);
        return new Specifics(
                ids(normal),
                GROUPINGS.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(lower).find())
                        .map(Map.Entry::getValue)
                        .findFirst(),
                pasted(normal),
                POINTING.matcher(lower).find(),
                ORDINALS.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(lower).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(0),
                List.of(),
                COUNT_CASES.matcher(lower).find(),
                false,
                false);
    }

    /// Whether it calls something an alert and names it.
    static boolean namesAlert(String normal) {
        Matcher named = AFTER_ALERT.matcher(normal);
        return named.find() && isId(named.group(1));
    }

    private static List<String> ids(String normal) {
        List<String> ids = new ArrayList<>();
        Matcher named = AFTER_ALERT.matcher(normal);
        while (named.find()) {
            add(named.group(1), ids);
        }
        Matcher words = ID.matcher(normal);
        while (words.find()) {
            add(words.group().replaceAll("[.:,;]+$", ""), ids);
        }
        return ids.stream().distinct().limit(MAX_IDS).toList();
    }

    private static void add(String word, List<String> ids) {
        if (isId(word)) {
            ids.add(word);
        }
    }

    private static boolean isId(String word) {
        return word.length() >= 5
                && DIGIT.matcher(word).find()
                && !NO_ID.matcher(word).matches();
    }

    /// What stands in quotation marks, after a colon or on the next line; else what is left of a question for its
    /// technique.
    private static Optional<String> pasted(String normal) {
        for (Pattern pattern : List.of(QUOTED, AFTER_COLON)) {
            Matcher found = pattern.matcher(normal);
            if (found.find() && !found.group(1).isBlank()) {
                return Optional.of(found.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /// What a question for a technique asks about where nothing marks it.
    static Optional<String> leftOver(String normal) {
        return Optional.of(left(normal)).filter(left -> words(left) >= 2);
    }

    /// Whether it tells what was done, not only whose technique it asks for.
    static boolean tellsMuch(String normal) {
        return words(left(normal)) >= 4;
    }

    private static String left(String normal) {
        return MAP_WORDS.matcher(normal).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /// Two Chinese characters count as a word.
    private static long words(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return text.isEmpty() ? 0 : Math.max(text.split(" ").length, han / 2);
    }
}
