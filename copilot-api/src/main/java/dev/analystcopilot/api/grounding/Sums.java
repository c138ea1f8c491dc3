package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Works out sums again: of the counts of those that the sentence names.
final class Sums {
    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:together|in total|altogether|combined|in all|in sum|sum)\\b|合计|总共|共计|一共|加起来|总计",
            Pattern.CASE_INSENSITIVE);

    private Sums() {}

    static boolean holds(Atom atom, String words, List<Atom> atoms, List<Facet> facets) {
        if (!(atom instanceof Atom.Number number) || !TOGETHER.matcher(words).find()) {
            return false;
        }
        List<Atom> names = atoms.stream().filter(Atom.Name.class::isInstance).toList();
        double sum = 0;
        for (Atom name : names) {
            OptionalDouble size = facets.stream()
                    .filter(facet -> !facet.broad() && facet.first().isEmpty() && facet.holds(name))
                    .flatMapToDouble(facet -> facet.size().stream())
                    .max();
            if (size.isEmpty()) {
                return false;
            }
            sum += size.getAsDouble();
        }
        return names.size() > 1 && number.is(sum);
    }
}
