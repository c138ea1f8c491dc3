package dev.analystcopilot.api.grounding.proof;

import java.util.ArrayList;
import java.util.List;

/// What a text holds: a passage as one statement, a result of code line by line.
public final class TextProof {
    private static final int MOST_LINES = 400;

    private TextProof() {}

    public static Proof passage(String title, String text) {
        return new Proof(List.of(new FacetBuilder().text(title).text(text).build()));
    }

    /// Each line with the title, which says what all of them are about.
    public static Proof result(String title, String text) {
        List<Facet> facets = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> facets.add(
                        new FacetBuilder().made().text(title).text(line).build()));
        facets.add(new FacetBuilder()
                .made()
                .text(title)
                .text(lines.size() <= 1 ? text : lines.getFirst())
                .build());
        return new Proof(facets);
    }
}
