package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.Segments.Segment;
import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.proof.Blocks;
import dev.analystcopilot.api.grounding.proof.Blocks.Block;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at a sentence that points to nothing. It is never shown as fact: it is left as it is where it states nothing,
/// labelled where it states something, and struck where what it states is in no evidence at all.
final class UnmarkedCheck {
    private static final int ITEMS_READ = 60;
    private static final Pattern ADVICE = Pattern.compile(
            "^[\\s*_\"“(]*(?:please|first|next|then|also|now|finally|immediately|if|should|to|do not|don't|never|always|consider|you|we recommend|i recommend|it is recommended"
                    + "|isolate|reset|block|check|review|collect|disable|rotate|verify|confirm|contain|preserve|capture|investigate|search|look|hunt|revoke|force|ensure|monitor|notify|escalate|document|remove|restore|patch|run|open|see|read|ask|keep|tell|contact|inform|report|change|scan|close|record|compare|interview|follow|use)\\b"
                    + "|\\b(?:should|must|recommend(?:ed)?|next steps?|needs? to)\\b"
                    + "|^[\\s*]*(?:接下来|请|建议|应|需|须|立即|如果|若|首先|其次|最后|下一步|隔离|重置|检查|封禁|收集|核实|确认|联系|通知|报告|不要|务必|可以|复核|排查|更换|修改|保留)|(?:建议|应当|应该|应|需要|必须|下一步)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONNECTING = Pattern.compile(
            "(?i)^[\\s*_]*(?:here (?:is|are)\\b.{0,60}|in short|in summary|to summari[sz]e|summary|yes|no|ok(?:ay)?|sure|certainly|hello|hi|you're welcome|thanks?(?: you)?"
                    + "|what happened|what next|next steps?|以下是.{0,30}|综上|总之|总结|是的?|不是|好的|你好|下一步|结论)[\\s*_.!。！,，:：]*$");
    private static final Pattern NOT_SAID = Pattern.compile(
            "(?i)\\b(?:not known|unknown|no evidence (?:in|for) this|cannot be told|not in the evidence|is not clear|nothing was found)\\b|不清楚|尚不清楚|未知|没有相关证据|证据中没有");

    /// What stands in quotation marks behind these is told as somebody's words, not as a term.
    private static final Pattern SAYS = Pattern.compile(
            "(?:\\b(?:says?|said|reads?|states?|stated|wrote|writes|titled?|messages?|quotes?|shows?|logged|log line|contains?)"
                    + "|写道|写着|标题(?:是|为)?|内容(?:是|为)?|显示|声称|称|原文(?:是|为)?|日志|包含)[\\s:：,，*]*$",
            Pattern.CASE_INSENSITIVE);

    private final EvidenceReader evidence;
    private final Reasons reasons;
    private final String question;

    UnmarkedCheck(EvidenceReader evidence, Reasons reasons, String question) {
        this.evidence = evidence;
        this.reasons = reasons;
        this.question = question.toLowerCase(Locale.ROOT);
    }

    ClaimCheck check(String text, boolean heading) {
        boolean advice = ADVICE.matcher(text).find();
        List<Atom> all = atoms(text, advice);
        List<Atom> atoms = all.stream()
                .filter(atom -> (atom.inBlocks() && !(atom instanceof Atom.Term)) || atom instanceof Atom.Span)
                .filter(atom -> !(advice && atom instanceof Atom.Name name && name.plain()))
                .toList();
        if (atoms.isEmpty()) {
            return heading || advice || asks(text) || states(text)
                    ? new ClaimCheck.Nothing()
                    : new ClaimCheck.Unproven();
        }
        List<Atom> claims = atoms.stream()
                .filter(atom -> !(advice && (atom instanceof Atom.Span || atom instanceof Atom.Judged || plain(atom))))
                .toList();
        List<Atom> parts =
                claims.stream().filter(atom -> !(atom instanceof Atom.Span)).toList();
        if (parts.isEmpty() && claims.isEmpty() && advice) {
            return new ClaimCheck.Unproven();
        }
        List<Atom> orders = all.stream().filter(Atom.Order.class::isInstance).toList();
        var contrary = new Findings();
        if (borneOut(text, parts, orders, contrary)) {
            boolean namesOnly =
                    (advice || heading || asks(text)) && atoms.stream().allMatch(Atom.Name.class::isInstance);
            return namesOnly ? new ClaimCheck.Nothing() : new ClaimCheck.Unproven();
        }
        boolean asked =
                parts.stream().allMatch(atom -> question.contains(atom.said().toLowerCase(Locale.ROOT)));
        return (asked && !parts.isEmpty()) || asks(text)
                ? new ClaimCheck.Unproven()
                : new ClaimCheck.Struck(contrary.nothingWrong() ? missing(parts) : contrary.reasons(), 1);
    }

    /// What stands in quotation marks is read like the rest, unless it is told as a quotation.
    private List<Atom> atoms(String text, boolean advice) {
        List<Atom> quoted = Atoms.in(text, evidence.names(), true);
        boolean quotes = quoted.stream().anyMatch(Atom.Quote.class::isInstance);
        boolean tells = !advice
                && quoted.stream()
                        .anyMatch(atom -> atom instanceof Atom.Quote
                                && SAYS.matcher(text.substring(0, atom.start())).find());
        return tells || !quotes ? quoted : Atoms.in(text, evidence.names(), false);
    }

    private static boolean plain(Atom atom) {
        return atom instanceof Atom.Number number && number.per() == Atom.Unit.OTHER;
    }

    private static boolean asks(String text) {
        String end = text.strip().replaceAll("[*_\"”’)\\s]+$", "");
        return end.endsWith("?") || end.endsWith("？");
    }

    private static boolean states(String text) {
        String end = text.strip().replaceAll("[*_\\s]+$", "");
        boolean opens = (end.endsWith(":") || end.endsWith("：")) && end.length() < 80;
        boolean nothing = text.codePoints().noneMatch(Character::isLetterOrDigit);
        return nothing
                || opens
                || CONNECTING.matcher(text).find()
                || NOT_SAID.matcher(text).find();
    }

    private List<String> missing(List<Atom> parts) {
        return parts.stream().map(atom -> reasons.missing(atom, Set.of())).toList();
    }

    /// Whether one piece of evidence holds all of it, in the order that is told.
    ///
    /// @param contrary what speaks against the order where one holds the values
    private boolean borneOut(String text, List<Atom> atoms, List<Atom> orders, Findings contrary) {
        boolean judges = atoms.stream().anyMatch(Atom.Judged.class::isInstance);
        List<EvidenceItem> items = evidence.items().stream().limit(ITEMS_READ).toList();
        boolean facts = items.stream().anyMatch(UnmarkedCheck::judged);
        return items.stream()
                .filter(item -> !judges || !facts || judged(item))
                .anyMatch(item -> holds(text, item, atoms, orders, contrary));
    }

    private boolean holds(String text, EvidenceItem item, List<Atom> atoms, List<Atom> orders, Findings contrary) {
        List<Facet> facets = evidence.proof(item.n()).facets();
        if (facets.isEmpty()) {
            return false;
        }
        Optional<List<Block>> blocks = new Blocks(text, atoms, facets, OrderCheck.cuts(text, orders)).solve();
        if (blocks.isEmpty() || orders.isEmpty()) {
            return blocks.isPresent();
        }
        var segment = new Segment(0, text.length(), atoms, Set.of(item.n()));
        var own = new Findings();
        OrderCheck.check(text, orders, List.of(new Told(segment, facets, blocks.get())), reasons, own);
        own.reasons().forEach(contrary::wrong);
        return own.nothingWrong();
    }

    private static boolean judged(EvidenceItem item) {
        return item.kind() == Kind.CASE || item.kind() == Kind.ALERT;
    }
}
