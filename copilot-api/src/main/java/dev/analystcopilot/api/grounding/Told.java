package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.Segments.Segment;
import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Blocks.Block;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A part of a sentence with its own marks, and what bears out the values in it.
///
/// @param facets of all evidence that it points to
/// @param blocks its values cut into statements
record Told(Segment segment, List<Facet> facets, List<Block> blocks) {
    Told {
        facets = List.copyOf(facets);
        blocks = List.copyOf(blocks);
    }

    <A extends Atom> Stream<A> atoms(Class<A> kind) {
        return segment.atoms().stream().filter(kind::isInstance).map(kind::cast);
    }

    /// What bears out the values that stand nearest to an atom; all that it points to where there are no values.
    List<Facet> around(Atom atom) {
        return blocks.stream()
                .filter(block -> !block.atoms().isEmpty())
                .min(Comparator.comparingInt(block -> distance(block, atom)))
                .map(Block::facets)
                .orElse(facets);
    }

    private static int distance(Block block, Atom atom) {
        int start = block.atoms().getFirst().start();
        int end = block.atoms().getLast().end();
        return Math.max(0, Math.max(start - atom.end(), atom.start() - end));
    }
}
