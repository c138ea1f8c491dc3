package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.text.Marks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives each part of a sentence to the marks that it rests on: those behind it, or those before it where the sentence
/// begins with a mark. What follows the last marks belongs to them.
final class Segments {
    private Segments() {}

    /// @param start where its words begin
    record Segment(int start, int end, List<Atom> atoms, Set<Integer> marks) {
        Segment {
            atoms = List.copyOf(atoms);
            marks = Set.copyOf(marks);
        }
    }

    /// The sentence with blanks for marks, so that places stay.
    static String withoutMarks(String text, List<Marks> marks) {
        var words = new StringBuilder(text);
        marks.forEach(group -> words.replace(group.start(), group.end(), " ".repeat(group.end() - group.start())));
        return words.toString();
    }

    static List<Segment> of(String words, List<Marks> marks, List<Atom> atoms) {
        boolean leading = claims(atoms, 0, marks.getFirst().start()).isEmpty()
                && !claims(atoms, marks.getLast().end(), words.length()).isEmpty();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            boolean last = i == marks.size() - 1;
            int start =
                    leading ? marks.get(i).end() : i == 0 ? 0 : marks.get(i - 1).end();
            int end = last
                    ? words.length()
                    : leading ? marks.get(i + 1).start() : marks.get(i).start();
            segments.add(new Segment(
                    i == 0 ? 0 : start,
                    end,
                    within(atoms, i == 0 ? 0 : start, end),
                    new HashSet<>(marks.get(i).numbers())));
        }
        return segments;
    }

    private static List<Atom> claims(List<Atom> atoms, int from, int to) {
        return within(atoms, from, to).stream()
                .filter(atom -> (atom.inBlocks() && !(atom instanceof Atom.Term)) || atom instanceof Atom.Span)
                .toList();
    }

    private static List<Atom> within(List<Atom> atoms, int from, int to) {
        return atoms.stream()
                .filter(atom -> atom.start() >= from && atom.start() < to)
                .toList();
    }
}
