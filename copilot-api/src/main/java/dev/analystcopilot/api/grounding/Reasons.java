package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says why a sentence was struck.
record Reasons(Language language) {

    String noEvidence(int n) {
        return pick("[" + n + "] points to no evidence", "[" + n + "] 没有对应的证据");
    }

    String gone(int n) {
        return pick("[" + n + "] is not in the store, or not to be seen", "[" + n + "] 在库中不存在或不可见");
    }

    String missing(Atom atom, Set<Integer> marks) {
        String what = atom.said().strip();
        return marks.isEmpty()
                ? pick("No evidence holds '" + what + "'", "证据中没有“" + what + "”")
                : pick(marks(marks) + " does not hold '" + what + "'", marks(marks) + " 中没有“" + what + "”");
    }

    String apart(List<Atom> atoms, Set<Integer> marks) {
        String all =
                atoms.stream().map(Atom::said).map(String::strip).distinct().collect(Collectors.joining(", "));
        return pick(
                (marks.isEmpty() ? "No evidence" : marks(marks) + " does not") + " hold these together: " + all,
                (marks.isEmpty() ? "证据" : marks(marks)) + " 中以下内容不相对应：" + all);
    }

    String order(Atom.Order order) {
        return pick("The times say the contrary of '" + order.said() + "'", "时间先后与“" + order.said() + "”不符");
    }

    String orderOfSentences() {
        return pick("It happened before what the sentence before tells of", "它发生在上一句所述之前");
    }

    String denied(Atom.Act act) {
        return pick("The evidence tells that it happened: '" + act.said() + "'", "证据表明“" + act.said() + "”确有其事");
    }

    String rank(Atom.Rank rank) {
        return pick("The evidence says otherwise than '" + rank.said() + "'", "证据与“" + rank.said() + "”不符");
    }

    String role(Atom.Name name) {
        return pick(
                "Source and target are the other way round: '" + name.said() + "'", "来源与目标颠倒：“" + name.said() + "”");
    }

    String apart(Atom.Apart apart) {
        return pick("The times do not bear out '" + apart.said() + "'", "时间与“" + apart.said() + "”不符");
    }

    String span(Atom.Span span) {
        return pick("No times are " + span.said() + " apart", "没有相隔 " + span.said() + " 的时间");
    }

    String unread() {
        return pick("It could not be checked", "无法核实");
    }

    private static String marks(Set<Integer> marks) {
        return new TreeSet<>(marks).stream().map(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private String pick(String english, String chinese) {
        return language == Language.ZH ? chinese : english;
    }
}
