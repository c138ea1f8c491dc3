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
    private static final Pattern NUMERAL = Pattern.compile(Numerals.ENGLISH, Pattern.CASE_INSENSITIVE);
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
    private static final Pattern USER = Pattern.compile(
            "\\busers?(?:name)?(?:\\s+(?:named|called|name))?\\s*[:=]?\\s*[\"'`*“‘(]*$|(?:用户名?|账户|账号)(?:名为|为|是|：|:)?\\s*[\"'`*“‘「]*$",
            Pattern.CASE_INSENSITIVE);
    /// Plain words that accounts are often called by: after "user" they are names.
    private static final Set<String> ACCOUNTS = Set.of(
            "admin",
            "administrator",
            "anonymous",
            "audit",
            "backup",
            "build",
            "default",
            "demo",
            "finance",
            "guest",
            "help",
            "info",
            "kiosk",
            "lab",
            "manager",
            "monitor",
            "office",
            "operator",
            "oracle",
            "public",
            "reception",
            "root",
            "sales",
            "scanner",
            "service",
            "staff",
            "student",
            "support",
            "sync",
            "system",
            "temp",
            "test",
            "training");
    private static final Pattern BEGINS = Pattern.compile("(?:^|[.!?:;|>\\n(\\[\"“‘*#-]|\\d[.)])[\\s*_\"“‘`(]*$");
    private static final Pattern VERB = Pattern.compile(
            "^[*_`\"”]*\\s*(?:[A-Z][a-z]+\\s+)?(?:'s\\b|\\p{IsHan}|(?:\\w+ed|was|were|is|has|had|did|does|ran|runs|read|sent|made|took|got|wrote|stole|began|came|went|then|also|and|used|tried|hit|put|set|broke|stood|left|fell|gave|kept|sits|lies|can|could|may|might|will)\\b)");
    private static final Pattern DERIVED = Pattern.compile(
            "(?:[st]ions?|ments?|ness|it(?:y|ies)|ings?|ly|[ae]nc(?:e|es|y)|isms?|ables?|ibles?|ful|less|ous|ware|ors|ers)$");
    private static final Pattern CHINESE_PERSON = Pattern.compile(
            "(?:^|[\\s，,。；;：:（(、“\"*]|[是由被让叫和与给对]|用户|员工|同事)(?<name>[王李张刘陈杨赵黄吴徐孙胡朱郭郑梁谢宋唐邓韩冯曹彭萧董潘袁蔡蒋杜魏吕沈姚卢姜崔谭陆汪贾韦邹秦邱尹薛侯郝邵赖贺龚周何林马高][\\p{IsHan}&&[^的了在是于和与被把将从向对使用有无不]]{1,2})"
                    + "(?=在|于|打开|登[录陆]|点击|是|把|从|向|对|使用|运行|执行|创建|下载|上传|删除|访问|修改|发送|泄露|的|[\\s，,。（(])");
    private static final Pattern NO_PERSON =
            Pattern.compile("高[危级风度优额频权位端压]|周[期末围边一二三四五六日天]|何[时人种地处故]|马上|林[木地]|黄[色金]|张贴|陈述|谢[绝谢]|杜绝|董事|宋体");
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
        chinese(text, used, found);
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
                || NUMERAL.matcher(token).matches()
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
        } else if (isAccount(text, start, token) && !known.contains(token) && used.take(start, end)) {
            // Such a word stands in many a sentence: evidence has to say of it, too, that it is a user.
            found.add(new Atom.Name(start, end, said, "user " + token, true));
        } else if (isName(text, start, end, said, token, known) && used.take(start, end)) {
            found.add(new Atom.Name(start, end, said, token.replace("\\\\", "\\"), letters(token)));
        }
    }

    /// Generic terms keep their digits to themselves; numbers are read later.
    private static void skip(String token, int start, int end, Used used) {
        if (GENERIC.matcher(token).matches()) {
            var _ = used.take(start, end);
        }
    }

    private static boolean isName(String text, int start, int end, String said, String token, Set<String> known) {
        if (letters(token)) {
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
                        && (named || mixed(said) || (capital && (!begins(before) || startsStatement(token, after)))));
    }

    private static boolean isAccount(String text, int start, String token) {
        return ACCOUNTS.contains(token)
                && USER.matcher(text.substring(Math.max(0, start - 40), start)).find();
    }

    private static boolean letters(String token) {
        return token.chars().allMatch(Character::isLetter);
    }

    /// "UpdaterX": no word is written so.
    private static boolean mixed(String said) {
        return said.chars().skip(1).anyMatch(Character::isUpperCase)
                && said.chars().anyMatch(Character::isLowerCase);
    }

    /// Whether somebody who acts stands here. A word that is made of another is no name.
    private static boolean startsStatement(String token, String after) {
        return VERB.matcher(after).find() && !DERIVED.matcher(token).find();
    }

    /// Whether a sentence or one of its lines begins here, where any word has a capital letter.
    private static boolean begins(String before) {
        return BEGINS.matcher(before).find();
    }

    /// People's names in Chinese: a family name and one or two characters where somebody who acts stands.
    private static void chinese(String text, Used used, List<Atom> found) {
        Matcher name = CHINESE_PERSON.matcher(text);
        while (name.find()) {
            String said = name.group("name");
            if (!NO_PERSON.matcher(said).lookingAt() && used.take(name.start("name"), name.end("name"))) {
                found.add(new Atom.Name(name.start("name"), name.end("name"), said, said, true));
            }
        }
    }
}
