package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks who did it to whom, where the record tells where it came from and where it went to: an address that was only
/// a source must not be said to be the target, nor the other way round.
final class RoleCheck {
    private static final String FILLER =
            "[\\s\"'`*“‘(（:：]*(?:(?:the|an?|source|src|host|machine|address|ip|internal|external|port|attacker|地址|主机|的|为|是|了)[\\s`*:：(（]*){0,3}$";
    private static final Pattern FROM = before(
            "\\b(?:from|(?:attack|scan|access|contact|prob|target|initiat|sent|hit)\\w* by|source|src|originat\\w+ (?:at|in))|来自|源自|来源|源地址|从");
    /// "The logs from", "this points to": neither end is meant.
    private static final Pattern NEITHER =
            before("\\b(?:(?:logs?|alerts?|reports?|events?|apart|aside|different|far|protect\\w*|hid\\w*) from"
                    + "|(?:point\\w*|belong\\w*|trac(?:e|es|ed|eable)(?: back)?|link\\w*|tied|relat\\w+|attribut\\w+|assigned|due|owing|according|similar|compared|close|specific|unique|led|leads) to)"
                    + "|(?:相对|针)对|关于");
    private static final Pattern ABOUT = Pattern.compile("^[\\s`*\"”’）)]*(?:的|进行)*(?:告警|警报|调查|分析|研判|检查|监控|封禁|隔离|记录)");
    private static final Pattern TO = before(
            "\\b(?:to|into|onto|towards?|against|target(?:s|ed|ing)?|destination|dst|attack(?:s|ed|ing)?|scan(?:s|ned|ning)|prob(?:es|ed|ing)|hit|reached)"
                    + "|目标|目的地?|目的地址|发往|传往|传到|发到|发送到|传输到|连接到?|登录(?:到)?|访问|攻击|扫描|对|向|到|至");
    private static final Pattern ACTS = Pattern.compile(
            "^[\\s\"'`*”’)）]*(?:(?:then|also|later|successfully|repeatedly)\\s+)?(?:sent|sends|connect(?:ed|s)\\b|attack(?:ed|s)\\b|logg(?:ed|ing) (?:on|in)|scan(?:ned|s)\\b|upload(?:ed|s)\\b|exfiltrat|contact(?:ed|s)\\b|prob(?:ed|es)\\b|target(?:ed|s)\\b|(?:was|is) the (?:source|origin|attacker)"
                    + "|向|对|登录|攻击|扫描|连接|发送|访问)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFERS = Pattern.compile(
            "^[\\s\"'`*”’)）]*(?:(?:was|is) the (?:target|victim|destination)|(?:was|were|is|are|has been|got) (?:then |also |later |repeatedly )?(?:attack|scan|prob|target|hit|brute)\\w*|被|遭|受到)",
            Pattern.CASE_INSENSITIVE);
    /// What answers goes the other way.
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:download\\w*|receiv\\w*|fetch\\w*|respon\\w*|repl(?:y|ied|ies)|return\\w*|retriev\\w*|pull\\w*|back)\\b|下载|接收|收到|响应|返回|拉取|回传|回复",
            Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 48;

    private RoleCheck() {}

    private static Pattern before(String words) {
        return Pattern.compile("(?:" + words + ")" + FILLER, Pattern.CASE_INSENSITIVE);
    }

    static void check(String words, List<Told> parts, Reasons reasons, Findings findings) {
        if (BACK.matcher(words).find()) {
            return;
        }
        for (Told part : parts) {
            part.atoms(Atom.Name.class)
                    .filter(name -> said(words, name)
                            .filter(source -> contradicts(name, source, part))
                            .isPresent())
                    .forEach(name -> findings.wrong(reasons.role(name)));
        }
    }

    /// Whether it is said to be the source, or the target; empty if neither.
    private static Optional<Boolean> said(String words, Atom.Name name) {
        String before = words.substring(Math.max(0, name.start() - NEAR), name.start());
        String after = words.substring(name.end());
        if (NEITHER.matcher(before).find() || ABOUT.matcher(after).find()) {
            return Optional.empty();
        }
        if (FROM.matcher(before).find()) {
            return Optional.of(true);
        }
        if (TO.matcher(before).find() || SUFFERS.matcher(after).find()) {
            return Optional.of(false);
        }
        return ACTS.matcher(after).find() ? Optional.of(true) : Optional.empty();
    }

    private static boolean contradicts(Atom.Name name, boolean source, Told part) {
        List<Facet> hold =
                part.around(name).stream().filter(facet -> facet.holds(name)).toList();
        return !hold.isEmpty()
                && hold.stream()
                        .allMatch(facet -> facet.cameFrom(name.value())
                                .filter(is -> is != source)
                                .isPresent());
    }
}
