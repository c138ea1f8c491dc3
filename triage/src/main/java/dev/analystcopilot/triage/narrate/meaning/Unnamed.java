package dev.analystcopilot.triage.narrate.meaning;

import dev.analystcopilot.knowledge.text.Language;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A question in which one name stands for all names of its kind, so that "who is on srv-17" and "who is on web-2" are
/// the same question.
final class Unnamed {
    private record Kind(String regex, String english, String chinese) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("case-[0-9a-z]{4,64}", "this case", "这个案件"),
            new Kind("t\\d{4}(?:\\.\\d{3})?", "this technique", "这个技术"),
            new Kind("[0-9a-f]{32,128}", "this hash", "这个哈希"),
            new Kind("[\\w.+-]+@[\\w.-]+\\w", "this user", "这个用户"),
            new Kind(
                    "(?:\\d{1,3}\\.){3}\\d{1,3}(?:[:/]\\d+)?|[0-9a-f]{1,4}:[0-9a-f:]*:[0-9a-f]*",
                    "this address", "这个地址"),
            new Kind(
                    "[\\w-]+\\.(?:exe|dll|ps1|php|jsp|aspx?|docx?|xlsx?|pdf|zip|js|vbs|bat|sh|py|jar)",
                    "this file",
                    "这个文件"),
            new Kind("https?://[^\\s，。？?]+|(?:[\\w-]+\\.)+[a-z]{2,10}", "this domain", "这个域名"),
            new Kind(
                    "(?=[\\w-]*[a-z])(?=[\\w-]*\\d)(?!\\d+(?:st|nd|rd|th|h|d|am|pm)\\b)[\\w-]{4,}",
                    "this host",
                    "这台主机"));

    private static final Pattern ANY = Pattern.compile(KINDS.stream()
            .map(kind -> "((?<![a-z0-9_.@/\\\\-])(?:" + kind.regex() + ")(?![a-z0-9_@/\\\\-]))")
            .collect(Collectors.joining("|")));

    private Unnamed() {}

    /// In lower case, with one blank between words.
    static String of(String text, Language language) {
        return ANY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(match -> name(KINDS.get(group(match) - 1), language))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String name(Kind kind, Language language) {
        return switch (language) {
            case EN -> kind.english();
            case ZH -> kind.chinese();
        };
    }

    private static int group(MatchResult match) {
        int group = 1;
        while (match.group(group) == null) {
            group++;
        }
        return group;
    }
}
