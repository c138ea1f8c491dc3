package dev.analystcopilot.triage.narrate.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the names of things in a question: what is quoted, what looks like a name (`web-01`, `10.0.0.5`,
/// `a@example.com`, `/tmp/x.php`), what stands beside "server" or "user", what is capitalised within a sentence, and
/// roles of hosts.
final class Mentions {
    private static final int MAX_LENGTH = 120;

    private static final Pattern QUOTED = Pattern.compile("[\"“”`「『]([^\"“”`「」『』\\n]{2,120})[\"“”`」』]");
    /// A word with something in it that plain words do not have.
    private static final Pattern ODD_WORD = Pattern.compile(
            "(?<![\\w./\\\\])[\\w/\\\\~](?:[\\w.@:/\\\\+$~-]*[\\w/])?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern URL_HOST = Pattern.compile("^https?://([a-z0-9.-]+)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern ODD =
            Pattern.compile(".*(?:[a-z].*\\d|\\d.*[a-z]|[_@\\\\]|/.*/|^[/~]|\\w-\\w|\\w\\.\\w|\\w:\\w).*");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,:+-]+(?:st|nd|rd|th|h|d|m|s|am|pm|x)?");
    private static final Pattern IP = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:]*");

    private static final String KINDS_EN = "server|host|machine|workstation|laptop|computer|gateway|controller|account";
    private static final Pattern BEFORE_KIND =
            Pattern.compile("\\b([\\w.-]+)[ _-](" + KINDS_EN + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_KIND = Pattern.compile(
            "\\b(?:host|user|username|account|named|called)[ :]+([\\w.@$-]+)", Pattern.CASE_INSENSITIVE);
    private static final String KINDS_ZH = "服务器|主机|机器|电脑|用户|账户|账号|域名|地址|进程|文件";
    private static final Pattern AROUND_KIND_ZH = Pattern.compile("([A-Za-z][\\w.@$-]*(?: [A-Za-z][\\w.@$-]*)?) ?(?:"
            + KINDS_ZH + ")|(?:" + KINDS_ZH + ")[ :：]*([A-Za-z][\\w.@$-]*)");
    /// "on mail?", "from bastion and", "on gateway yesterday": where a sentence or a time follows, a name came before.
    private static final Pattern ON_NAME = Pattern.compile(
            "\\b(?:on|at|by|from) ([a-z][\\w.-]+)(?= *(?:[?,;!.]|$)| (?:and|last|yesterday|today|tonight|this|on|at|in|during|between|before|after|since)\\b|  )",
            Pattern.CASE_INSENSITIVE);
    /// "who is jdoe", "jdoe's password", "jdoe是谁", "jdoe的密码".
    private static final Pattern PERSON = Pattern.compile(
            "\\bwho(?:'s| is| was) ([a-z][\\w.-]+)(?= *(?:[?,;!.]|$| and ))"
                    + "|\\b([a-z][\\w.-]+)'s (?:password|account|mailbox|credentials|laptop|login|logins|machine|session|token|mfa)\\b"
                    + "|([A-Za-z][\\w.@-]+) ?(?:是谁|是什么人|是哪位|的(?:密码|账号|账户|邮箱|凭据|凭证|电脑|登录|会话|令牌))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITALISED = Pattern.compile("(?<=[a-z,] )\\p{Lu}\\p{Ll}{2,}\\b");

    /// "log-ins", "sign-ons", "check-up"; "non-existent", "anti-malware": words with a hyphen, not names.
    private static final Pattern HYPHENATED = Pattern.compile(
            "(?:log|sign|check|opt|plug|add|start|set|clean|back|roll|shut|turn|take|break|hand|look|follow|drive)"
                    + "-(?:ins?|ons?|offs?|ups?|outs?|by|downs?|overs?)|(?:non|multi|anti|self|cross|semi)-[a-z]{4,}");

    private final Set<String> plainWords = WordLists.words("plain-words.txt");
    private final HostRoles roles = new HostRoles();

    /// @param text normal characters, times and ids already blanked out
    /// @param names whether a capitalised word is taken for a name
    List<String> in(String text, boolean names) {
        Set<String> found = new LinkedHashSet<>();
        all(QUOTED, text).forEach(quoted -> found.addAll(Spellings.of(trimmed(quoted))));
        for (String word : all(ODD_WORD, HAN.matcher(text).replaceAll(" "))) {
            String bare = trimmed(word).toLowerCase(Locale.ROOT);
            all(URL_HOST, bare).forEach(found::add);
            boolean ip = IP.matcher(bare).matches();
            if (ip || (ODD.matcher(bare).matches() && !NUMBER.matcher(bare).matches() && !isPlain(bare))) {
                found.addAll(Spellings.of(bare));
            }
        }
        Matcher kind = BEFORE_KIND.matcher(text);
        while (kind.find()) {
            if (!isPlain(kind.group(1).toLowerCase(Locale.ROOT))
                    && !NUMBER.matcher(kind.group(1)).matches()) {
                found.addAll(Spellings.of(kind.group(1) + " " + kind.group(2)));
                found.addAll(Spellings.of(kind.group(1)));
            }
        }
        named(AFTER_KIND, text, found);
        named(AROUND_KIND_ZH, text, found);
        named(ON_NAME, text, found);
        named(PERSON, text, found);
        if (names) {
            named(CAPITALISED, text, found);
        }
        found.addAll(roles.candidates(new PlainText(text)));
        return found.stream()
                .filter(m -> m.length() >= 2 && m.length() <= MAX_LENGTH)
                .toList();
    }

    private void named(Pattern pattern, String text, Set<String> found) {
        for (String name : all(pattern, text)) {
            String lower = trimmed(name).toLowerCase(Locale.ROOT);
            if (!isPlain(lower) && !NUMBER.matcher(lower).matches()) {
                found.addAll(Spellings.of(lower));
            }
        }
    }

    private boolean isPlain(String lower) {
        return plainWords.contains(lower)
                || lower.endsWith("'s")
                || HYPHENATED.matcher(lower).matches()
                || (lower.endsWith("s") && plainWords.contains(lower.substring(0, lower.length() - 1)));
    }

    /// Without the dot or colon that ends a sentence.
    private static String trimmed(String word) {
        return word.strip().replaceAll("[.:,;!?]+$", "");
    }

    /// Each match: its first group that took part, or all of it.
    private static List<String> all(Pattern pattern, String text) {
        var found = new ArrayList<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String what = matcher.group();
            for (int g = 1; g <= matcher.groupCount(); g++) {
                if (matcher.group(g) != null) {
                    what = matcher.group(g);
                    break;
                }
            }
            found.add(what);
        }
        return found;
    }
}
