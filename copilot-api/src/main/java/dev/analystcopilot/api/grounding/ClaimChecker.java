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
        List<String> wrong = marks.stream()
                .flatMap(group -> new TreeSet<>(group.numbers()).stream())
                .distinct()
                .flatMap(n -> flaw(n).stream())
                .toList();
        return wrong.isEmpty() ? marked(plain, marks) : new ClaimCheck.Struck(wrong);
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
        List<Segment> segments = Segments.of(words, marks, atoms);
        List<String> wrong = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        boolean vague = false;
        for (Segment segment : segments) {
            List<Facet> facets = facets(segment.marks());
            List<Atom> claims = claims(segment.atoms(), facets);
            vague |= segment.atoms().stream().anyMatch(atom -> atom instanceof Atom.Term term && !held(term, facets));
            var cut = new Blocks(words, claims, facets, cuts(words, atoms));
            List<Atom> missing = cut.missing().stream()
                    .filter(atom -> !counts(atom, segment))
                    .toList();
            missing.forEach(atom -> wrong.add(reasons.missing(atom, segment.marks())));
            if (missing.isEmpty()) {
                Optional<List<Block>> solved = solve(words, segment, claims, facets, atoms);
                solved.ifPresentOrElse(blocks::addAll, () -> wrong.add(reasons.apart(claims, segment.marks())));
                if (claims.isEmpty()) {
                    blocks.add(new Block(List.of(), facets));
                }
            }
        }
        if (wrong.isEmpty()) {
            wrong.addAll(SpanCheck.wrong(atoms, segments, blocks, this::facets, reasons));
            wrong.addAll(OrderCheck.wrong(words, atoms, segments, blocks, reasons));
        }
        if (wrong.isEmpty() && GOES_ON.matcher(words).find() && earlier(blocks)) {
            wrong.add(reasons.orderOfSentences());
        }
        if (!wrong.isEmpty()) {
            return new ClaimCheck.Struck(wrong.stream().distinct().toList());
        }
        boolean something = blocks.stream().anyMatch(block -> !block.atoms().isEmpty())
                || segments.stream()
                        .anyMatch(segment -> segment.atoms().stream().anyMatch(atom -> counts(atom, segment)));
        if (vague || (!something && !Wording.shared(words, allFacets(marks)))) {
            return new ClaimCheck.Unproven();
        }
        begin(blocks).ifPresent(time -> before = Optional.of(time));
        return new ClaimCheck.Verified();
    }

    private Optional<List<Block>> solve(
            String words, Segment segment, List<Atom> claims, List<Facet> facets, List<Atom> atoms) {
        List<Atom> checked =
                claims.stream().filter(atom -> !counts(atom, segment)).toList();
        return new Blocks(words, checked, facets, cuts(words, atoms)).solve();
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
                .filter(atom -> !(atom instanceof Atom.Span) && !(atom instanceof Atom.Order))
                .filter(atom -> !(atom instanceof Atom.Term term) || held(term, facets))
                .toList();
    }

    private static boolean held(Atom.Term term, List<Facet> facets) {
        return facets.stream().anyMatch(facet -> facet.holds(term));
    }

    private static List<Integer> cuts(String words, List<Atom> atoms) {
        return OrderCheck.cuts(words, atoms);
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
