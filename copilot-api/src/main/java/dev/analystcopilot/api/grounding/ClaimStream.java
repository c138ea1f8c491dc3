package dev.analystcopilot.api.grounding;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.grounding.text.CleanText;
import dev.analystcopilot.api.grounding.text.Marks;
import dev.analystcopilot.api.grounding.text.Piece;
import dev.analystcopilot.api.grounding.text.Sentences;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Checks what a language model says while it streams, sentence by sentence: nothing leaves before it was looked at.
/// One instance serves one answer, one thread at a time; checking may block, as it reads the store.
public final class ClaimStream {
    private static final String NOT_PROVEN = " *(not proven)*";
    private static final String NOT_PROVEN_ZH = " *（未经证实）*";

    private final Sentences sentences = new Sentences();
    private final EvidenceReader evidence;
    private final ClaimChecker checker;
    private final String label;
    private final StringBuilder opinion = new StringBuilder();
    private boolean inOpinion;
    private boolean first = true;

    /// @param proofs reads evidence again
    /// @param question as it was asked: what it names, a sentence may repeat without having made it up
    /// @param language for the words of this class
    public ClaimStream(EvidenceBook book, Proofs proofs, String question, Language language) {
        this.evidence = new EvidenceReader(requireNonNull(book, "book"), requireNonNull(proofs, "proofs"));
        var reasons = new Reasons(requireNonNull(language, "language"));
        this.checker =
                new ClaimChecker(evidence, reasons, new UnmarkedCheck(evidence, reasons, CleanText.of(question)));
        this.label = language == Language.ZH ? NOT_PROVEN_ZH : NOT_PROVEN;
    }

    /// Takes the next piece, gives the sentences that are complete and checked by now.
    public List<Claim> next(String piece) {
        return checked(sentences.next(piece));
    }

    /// Gives the rest.
    public List<Claim> end() {
        return checked(sentences.end());
    }

    /// What the model thinks itself, with those reasons that hold; known at the end.
    public Optional<OpinionLine> opinion() {
        return OpinionLine.of(CleanText.of(opinion.toString())).map(line -> {
            var cutter = new Sentences();
            List<String> held = new ArrayList<>();
            for (String because : line.because()) {
                List<String> reasons = new ArrayList<>(cutter.next(because));
                reasons.addAll(cutter.end());
                reasons.stream()
                        .map(reason -> Piece.of(reason, false))
                        .filter(reason -> checker.check(reason.plain(), false) instanceof ClaimCheck.Verified)
                        .forEach(reason -> held.add(Marks.uniform(reason.core())));
            }
            return line.with(held);
        });
    }

    private List<Claim> checked(List<String> complete) {
        List<Claim> claims = new ArrayList<>();
        for (String sentence : complete) {
            boolean lineStart = first || (sentence.stripTrailing().indexOf('\n') >= 0 && beginsLine(sentence));
            first = false;
            inOpinion = (inOpinion && !lineStart) || (lineStart && OpinionLine.begins(CleanText.of(sentence)));
            if (inOpinion) {
                opinion.append(sentence);
            } else {
                claims.addAll(claims(CleanText.of(sentence), lineStart));
            }
        }
        return claims;
    }

    /// Only blanks stand before the first line end.
    private static boolean beginsLine(String sentence) {
        return sentence.substring(0, sentence.indexOf('\n')).isBlank();
    }

    /// Cut again: a full stop that was disguised is one.
    private List<Claim> claims(String clean, boolean lineStart) {
        var cutter = new Sentences();
        List<String> parts = new ArrayList<>(cutter.next(clean));
        parts.addAll(cutter.end());
        List<Claim> claims = new ArrayList<>();
        for (String part : parts) {
            claims.add(claim(part, lineStart && claims.isEmpty()));
        }
        return claims;
    }

    private Claim claim(String clean, boolean lineStart) {
        Piece piece = Piece.of(clean, lineStart);
        if (piece.isRule()) {
            return new Claim(piece.shown(), "", new ClaimCheck.Nothing(), List.of());
        }
        ClaimCheck check = checker.check(piece.plain(), piece.heading());
        return switch (check) {
            case ClaimCheck.Verified ignored -> new Claim(piece.shown(), piece.core(), check, cited(piece));
            case ClaimCheck.Nothing ignored -> new Claim(piece.shown(), piece.core(), check, List.of());
            case ClaimCheck.Unproven ignored -> new Claim(piece.labelled(label), piece.core(), check, cited(piece));
            case ClaimCheck.Struck ignored -> new Claim(piece.struck(), piece.core(), check, List.of());
        };
    }

    private List<EvidenceItem> cited(Piece piece) {
        var numbers = new TreeSet<Integer>();
        Marks.in(piece.core()).forEach(marks -> numbers.addAll(marks.numbers()));
        return numbers.stream().flatMap(n -> evidence.item(n).stream()).toList();
    }
}
