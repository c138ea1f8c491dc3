package dev.analystcopilot.api.grounding.atom;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds identifiers and names. What looks like one is one: a word with digits, dots, slashes or underlines in it, or
/// after "user", or one that evidence names as an entity. The few that are terms of the field are known.
final class Names {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}_&&[^\\p{IsHan}]])(?:~/|[/\\\\.]{1,2}|\\$|%)?[\\p{L}\\p{N}_&&[^\\p{IsHan}]][\\p{L}\\p{N}_@\\\\/.:$%&=?#+~\\-&&[^\\p{IsHan}]]*");
    private static final Pattern TECHNIQUE = Pattern.compile("TA?\\d{4}(?:\\.\\d{3})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?%?");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile(
            "\\d+(?:\\.\\d+)?(?:st|nd|rd|th|x|k|m|s|h|d|ms|sec|min|mins|hrs?|hours?|kb|mb|gb|tb)|\\d+-(?:second|minute|hour|day|week|step|stage|host|user|alert|month|year|fold|bit)s?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("([^:/]+):(\\d{1,5})");
    private static final Pattern KEY = Pattern.compile("(?:host|user|ip|domain|process|file|hash|url|mailbox):(.+)");
    private static final Pattern NETWORK = Pattern.compile("[\\da-fA-F.:]+/\\d{1,3}");
    private static final Pattern GENERIC = Pattern.compile(
            "sha-?(?:1|256|384|512)|md5|ipv[46]|base-?64|log4j2?|log4shell|[23]fa|x(?:86|64|32)|win(?:32|64)|utf-?(?:8|16)|o365|m365|k8s|c2|c&c"
                    + "|oauth2?|http/?[123]?(?:\\.[01])?|smbv?[123]|ntlmv?[12]|tlsv?1?(?:\\.[0-3])?|s3|ec2|net-ntlmv2|l[1-4]|p[1-5]|n/a|24/7|e\\.g|i\\.e|a\\.m|p\\.m|u\\.s|u\\.k|\\.net|vs|w/o|r&d"
                    + "|mitre|att&ck|at&t|osi|tcp/ip|udp/ip|ssl/tls|web2|e-?mails?|wi-?fi|covid-19|0-?days?|1-?days?|f[0-9]{1,2}|utc[+-]\\d{1,2}");
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "(?:\\b(?:users?|accounts?|hosts?|servers?|machines?|workstations?|username|login|logon|hostname|mailbox|admin|employee|service account)"
                    + "(?:\\s+(?:named|called|name|account))?\\s*[:=]?\\s*[\"'`*“‘(]*|(?:用户名?|账户|账号|帐户|帐号|主机名?|服务器|机器|员工|邮箱)\\s*(?:名为|为|是|：|:)?\\s*[\"'`*“‘「]*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_PERSON = Pattern.compile(
            "\\b(?:by|as|from|for|named|called|against|with|on|to|of)\\s+[*`\"“]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_NAME = Pattern.compile(
            "^[\"'`*”’)]*\\s*(?:'s\\s+)?(?:account|user\\b|host\\b|server\\b|logged|signed in|opened|clicked|ran\\b|executed|用户|账户|账号|主机|登录|的)",
            Pattern.CASE_INSENSITIVE);
    /// What has more digits counts nothing: it is an id, such as Wazuh's second with an offset.
    private static final int LONG_NUMBER = 12;

    private static final String TRAILING = ".,:;?/-=&#+~'\\";

    private Names() {}

    /// @param known entity values of all evidence, in small letters
    static void in(String text, Set<String> known, Used used, List<Atom> found) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            int start = token.start();
            int end = token.end();
            while (end > start + 1 && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            read(text, start, end, known, used, found);
        }
    }

    private static void read(String text, int start, int end, Set<String> known, Used used, List<Atom> found) {
        if (end <= start || !used.free(start, end)) {
            return;
        }
        String said = text.substring(start, end);
        String token = said.toLowerCase(Locale.ROOT);
        Matcher key = KEY.matcher(token);
        Matcher port = WITH_PORT.matcher(token);
        if (TECHNIQUE.matcher(said).matches()) {
            var _ = used.take(start, end);
            found.add(new Atom.Technique(start, end, said, said.toUpperCase(Locale.ROOT)));
        } else if ((PLAIN_NUMBER.matcher(token).matches() && token.length() < LONG_NUMBER)
                || NUMBER_WITH_UNIT.matcher(token).matches()
                || GENERIC.matcher(token).matches()) {
            skip(token, start, end, used);
        } else if (key.matches()) {
            read(text, end - key.group(1).length(), end, known, used, found);
        } else if (port.matches() && !token.contains("::")) {
            read(text, start, start + port.group(1).length(), known, used, found);
        } else if (token.indexOf('/') > 0
                && !token.contains("://")
                && !NETWORK.matcher(token).matches()
                && !token.startsWith("~")
                && !token.startsWith(".")) {
            int slash = start + token.indexOf('/');
            read(text, start, slash, known, used, found);
            read(text, slash + 1, end, known, used, found);
        } else if (isName(text, start, end, said, token, known) && used.take(start, end)) {
            found.add(new Atom.Name(start, end, said, token.replace("\\\\", "\\")));
        }
    }

    /// Generic terms keep their digits to themselves; numbers are read later.
    private static void skip(String token, int start, int end, Used used) {
        if (GENERIC.matcher(token).matches()) {
            var _ = used.take(start, end);
        }
    }

    private static boolean isName(String text, int start, int end, String said, String token, Set<String> known) {
        boolean letters = token.chars().allMatch(Character::isLetter);
        if (letters) {
            return isPlainName(text, start, end, said, token, known);
        }
        if (known.contains(token)
                || token.chars().anyMatch(c -> Character.isDigit(c) || "_\\@:$%=&?".indexOf(c) >= 0)) {
            return true;
        }
        if (token.startsWith("/") || token.startsWith("~")) {
            return true;
        }
        if (token.indexOf('.') >= 0) {
            return !token.matches("(?:[a-z]\\.)+[a-z]?|etc\\.?");
        }
        for (String part : token.split("[-+#~]+", -1)) {
            if (!part.isEmpty() && !Vocabulary.has(part) && part.length() > 1) {
                return true;
            }
        }
        return BEFORE_NAME
                        .matcher(text.substring(Math.max(0, start - 40), start))
                        .find()
                && token.indexOf('-') > 0
                && !Vocabulary.has(token.substring(0, token.indexOf('-')));
    }

    private static boolean isPlainName(String text, int start, int end, String said, String token, Set<String> known) {
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(end, Math.min(text.length(), end + 24));
        boolean named = BEFORE_NAME.matcher(before).find();
        boolean ordinary = Vocabulary.has(token);
        if (known.contains(token)) {
            return !ordinary || named || AFTER_NAME.matcher(after).find();
        }
        boolean capital = Character.isUpperCase(said.charAt(0)) && !said.equals(said.toUpperCase(Locale.ROOT));
        boolean foreign = said.codePoints().anyMatch(c -> c > 0x24F);
        return foreign
                || (!ordinary
                        && token.length() > 1
                        && (named || (capital && BEFORE_PERSON.matcher(before).find())));
    }
}
