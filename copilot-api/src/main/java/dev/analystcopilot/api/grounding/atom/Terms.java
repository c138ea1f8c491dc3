package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Kinds of attacks by their names in both languages.
public final class Terms {
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        kind("phishing", "(?:spear-?)?phish(?:ing|ed)?|钓鱼");
        kind("ransomware", "ransomware|ransom note|勒索");
        kind("web shell", "web ?shells?|webshell|网页后门");
        kind("brute force", "brute[- ]?forc(?:e|ed|ing)|暴力破解|爆破");
        kind("spraying", "password spray(?:ing|ed)?|密码喷洒|密码喷射");
        kind(
                "credential theft",
                "credential (?:dump(?:ing|ed)?|theft|access)|dumped credentials|凭据(?:转储|窃取|访问)|凭证(?:转储|窃取|访问)");
        kind("exfiltration", "exfiltrat(?:e|ed|es|ion|ing)|data theft|渗出|外传|外泄|数据窃取|窃取数据");
        kind("lateral movement", "lateral(?:ly)? ?(?:movement|moved|move)|moved laterally|横向移动|横向渗透");
        kind("privilege escalation", "privilege escalation|escalat(?:e|ed|ing) privileges?|提权|权限提升");
        kind("persistence", "persistence|持久化");
        kind("command and control", "command[- ]and[- ]control|c2\\b|c&c|beacon(?:s|ed|ing)?|命令与控制|命令和控制|回连");
        kind("scan", "scan(?:s|ned|ning|ner)?|reconnaissance|扫描|侦察");
        kind("sql injection", "sql injection|sqli\\b|sql ?注入");
        kind("path traversal", "(?:path|directory) traversal|(?:路径|目录)(?:遍历|穿越)");
        kind("mining", "crypto-?min(?:er|ing)|coin ?miner|挖矿");
        kind("trojan", "trojan|木马");
        kind("rootkit", "rootkit");
        kind("backdoor", "backdoors?|后门");
        kind("encryption of files", "encrypted (?:all |the |its |their )?files|file encryption|加密了?(?:所有)?文件|文件加密");
        kind("denial of service", "ddos|denial[- ]of[- ]service|拒绝服务");
        kind("deletion", "wiped|log deletion|deleted (?:the )?logs?|清除日志|删除日志");
    }

    private Terms() {}

    private static void kind(String name, String words) {
        KINDS.put(name, Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE));
    }

    /// The kinds that a text names.
    public static Set<String> in(String text) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Atom.Term> in(String text, Used used) {
        List<Atom.Term> found = new ArrayList<>();
        KINDS.forEach((kind, words) -> {
            Matcher word = words.matcher(text);
            while (word.find()) {
                if (used.free(word.start(), word.end())) {
                    found.add(new Atom.Term(word.start(), word.end(), word.group(), kind));
                }
            }
        });
        return found;
    }
}
