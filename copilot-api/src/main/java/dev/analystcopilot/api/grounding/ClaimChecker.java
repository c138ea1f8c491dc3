package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.Segments.Segment;
import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.proof.Blocks;
import dev.analystcopilot.api.grounding.proof.Blocks.Block;
import dev.analystcopilot.api.grounding.proof.Facet;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.grounding.text.Marks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Checks one sentence against the evidence that it points to.
final class ClaimChecker {
    private static final Pattern GOES_ON = Pattern.compile(
            "^[\\s*_]*(?:then|next|after that|afterwards|later|subsequently|after this|thereafter|随后|然后|接着|之后|其后|此后|紧接着)",
            Pattern.CASE_INSENSITIVE);

    private final EvidenceReader evidence;
    private final Reasons reasons;
    private final UnmarkedCheck unmarked;
    /// When what the sentence before tells of began.
    private Optional<Instant> before = Optional.empty();

    ClaimChecker(EvidenceReader evidence, Reasons reasons, UnmarkedCheck unmarked) {
        this.evidence = evidence;
        this.reasons = reasons;
        this.unmarked = unmarked;
    }

    /// @param text a clean sentence without emphasis, marks in it
    ClaimCheck check(String text, boolean heading) {
        String plain = Atoms.refanged(text);
        List<Marks> marks = Marks.in(plain);
        if (marks.isEmpty()) {
            return unmarked.check(plain, heading);
        }
        var findings = new Findings();
        for (Marks group : marks) {
            int known = findings.reasons().size();
            new TreeSet<>(group.numbers()).forEach(n -> flaw(n).ifPresent(findings::wrong));
            findings.partEnds(known);
        }
        return findings.nothingWrong()
                ? marked(plain, marks)
                : new ClaimCheck.Struck(findings.reasons(), findings.claims());
    }

    private Optional<String> flaw(int n) {
        if (evidence.item(n).isEmpty()) {
            return Optional.of(reasons.noEvidence(n));
        }
        return evidence.proof(n).isThere() ? Optional.empty() : Optional.of(reasons.gone(n));
    }

    private ClaimCheck marked(String text, List<Marks> marks) {
        String words = Segments.withoutMarks(text, marks);
        List<Atom> atoms = Atoms.in(words, evidence.names(), true);
        var findings = new Findings();
        List<Told> parts = new ArrayList<>();
        for (Segment segment : Segments.of(words, marks, atoms)) {
            int known = findings.reasons().size();
            parts.add(part(words, segment, atoms, findings));
            findings.partEnds(known);
        }
        if (findings.nothingWrong()) {
            SpanCheck.check(atoms, parts, before, reasons, findings);
            OrderCheck.check(words, atoms, parts, reasons, findings);
            ActCheck.check(parts, reasons, findings);
            RankCheck.check(words, parts, reasons, findings);
            RoleCheck.check(words, parts, reasons, findings);
        }
        List<Block> blocks =
                parts.stream().flatMap(part -> part.blocks().stream()).toList();
        if (findings.nothingWrong() && GOES_ON.matcher(words).find() && earlier(blocks)) {
            findings.wrong(reasons.orderOfSentences());
        }
        if (!findings.nothingWrong()) {
            return new ClaimCheck.Struck(findings.reasons(), findings.claims());
        }
        if (findings.isVague() || !(findings.saysSomething() || Wording.shared(words, allFacets(marks)))) {
            return new ClaimCheck.Unproven();
        }
        begin(blocks).ifPresent(time -> before = Optional.of(time));
        return new ClaimCheck.Verified();
    }

    /// Cuts the values of a part into statements that its evidence bears out.
    private Told part(String words, Segment segment, List<Atom> atoms, Findings findings) {
        List<Facet> facets = facets(segment.marks());
        List<Atom> claims = claims(segment.atoms(), facets);
        if (segment.atoms().stream().anyMatch(atom -> atom instanceof Atom.Term term && !held(term, facets))) {
            findings.vague();
        }
        List<Integer> cuts = OrderCheck.cuts(words, atoms);
        // Borne out by the evidence together, by no single thing of it.
        Predicate<Atom> together = atom -> counts(atom, segment) || Sums.holds(atom, words, segment.atoms(), facets);
        List<Atom> missing = new Blocks(words, claims, facets, cuts)
                .missing().stream().filter(together.negate()).toList();
        missing.forEach(atom -> findings.wrong(reasons.missing(atom, segment.marks())));
        List<Block> blocks = new ArrayList<>();
        if (missing.isEmpty()) {
            List<Atom> checked = claims.stream().filter(together.negate()).toList();
            if (!claims.isEmpty()) {
                findings.holds();
            }
            new Blocks(words, checked, facets, cuts)
                    .solve()
                    .ifPresentOrElse(blocks::addAll, () -> findings.wrong(reasons.apart(claims, segment.marks())));
            if (claims.isEmpty()) {
                blocks.add(new Block(List.of(), facets));
            }
        }
        return new Told(segment, facets, blocks);
    }

    /// "Two alerts [1][2]": as many as are cited.
    private boolean counts(Atom atom, Segment segment) {
        return atom instanceof Atom.Number number
                && segment.marks().size() > 1
                && number.value() == segment.marks().size()
                && ((number.per() == Atom.Unit.ALERT && kinds(segment, EvidenceItem.Kind.ALERT))
                        || (number.per() == Atom.Unit.CASE && kinds(segment, EvidenceItem.Kind.CASE)));
    }

    private boolean kinds(Segment segment, EvidenceItem.Kind kind) {
        return segment.marks().stream()
                .allMatch(n ->
                        evidence.item(n).filter(item -> item.kind() == kind).isPresent());
    }

    /// What blocks are made of. Spans and order are looked at on the whole sentence; a kind of attack that no evidence
    /// names is not wrong, but not proven either.
    private static List<Atom> claims(List<Atom> atoms, List<Facet> facets) {
        return atoms.stream()
                .filter(Atom::inBlocks)
                .filter(atom -> !(atom instanceof Atom.Term term) || held(term, facets))
                .toList();
    }

    private static boolean held(Atom.Term term, List<Facet> facets) {
        return facets.stream().anyMatch(facet -> facet.holds(term));
    }

    private boolean earlier(List<Block> blocks) {
        Optional<Instant> begin = begin(blocks);
        return begin.isPresent() && before.isPresent() && begin.get().isBefore(before.get());
    }

    private static Optional<Instant> begin(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.facets().stream())
                .filter(facet -> !facet.broad())
                .flatMap(facet -> facet.first().stream())
                .max(Instant::compareTo);
    }

    private List<Facet> facets(Set<Integer> marks) {
        return new TreeSet<>(marks)
                .stream()
                        .map(evidence::proof)
                        .map(Proof::facets)
                        .flatMap(List::stream)
                        .toList();
    }

    private List<Facet> allFacets(List<Marks> marks) {
        return marks.stream().flatMap(group -> facets(group.numbers()).stream()).toList();
    }
}
