package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.embeddings.text.TokenCounter;
import dev.analystcopilot.knowledge.document.Outline.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts a document into passages that an embedding model reads whole: never across a section, at blocks where it can.
/// Code stays whole; a table stays whole, or is cut between rows with its head repeated; only a paragraph that is too
/// long by itself is cut at sentences.
public final class Pieces {
    /// The models read 512 tokens; title, heading and other ways to ask come before the text.
    public static final int MAX_TOKENS = 480;

    private static final int WINDOW = 510;
    private static final int LEAST = 160;
    private static final String BETWEEN = " › ";

    private final TokenCounter tokens;

    /// @param tokens counts as the model does that will read the passages
    public Pieces(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /// @param title stands over every passage
    /// @param context stands over the first one only: other ways to ask for it
    public List<Piece> of(TextDocument document, String title, String context) {
        var cutter = new BlockCutter(new TokenSizes(tokens));
        var pieces = new ArrayList<Piece>();
        for (List<Placed> section : Outline.sections(document.blocks(), title)) {
            String above = title + "\n" + heading(section.getFirst());
            int taken = cutter.sizes().of(pieces.isEmpty() ? above + "\n" + context : above);
            int budget = Math.clamp(WINDOW - (long) taken, LEAST, MAX_TOKENS);
            for (List<Placed> passage : filled(section, cutter, budget)) {
                pieces.add(new Piece(heading(passage), text(passage)));
            }
        }
        return List.copyOf(pieces);
    }

    private static List<List<Placed>> filled(List<Placed> section, BlockCutter cutter, int budget) {
        var passages = new ArrayList<List<Placed>>();
        var current = new ArrayList<Placed>();
        int size = 0;
        for (Placed placed : section) {
            for (Block part : cutter.cut(placed.block(), budget)) {
                int more = cutter.sizes().of(part.text());
                if (!current.isEmpty() && size + more > budget) {
                    passages.add(List.copyOf(current));
                    current.clear();
                    size = 0;
                }
                current.add(new Placed(placed.path(), part, placed.page()));
                size += more;
            }
        }
        if (!current.isEmpty()) {
            passages.add(List.copyOf(current));
        }
        return passages;
    }

    private static String heading(Placed placed) {
        return heading(List.of(placed));
    }

    /// The headings that all blocks of a passage stand under, and its first page.
    private static String heading(List<Placed> passage) {
        var parts = common(passage).stream().map(Block.Heading::text).collect(Collectors.toCollection(ArrayList::new));
        int page = passage.getFirst().page();
        if (page > 0) {
            parts.add("p. " + page);
        }
        return String.join(BETWEEN, parts);
    }

    private static List<Block.Heading> common(List<Placed> passage) {
        List<Block.Heading> path = passage.getFirst().path();
        int common = path.size();
        for (Placed placed : passage) {
            common = Math.min(common, placed.path().size());
            while (common > 0 && !path.subList(0, common).equals(placed.path().subList(0, common))) {
                common--;
            }
        }
        return path.subList(0, common);
    }

    /// With the lower headings in their place, where a passage has blocks under several.
    private static String text(List<Placed> passage) {
        int shared = common(passage).size();
        var text = new ArrayList<String>();
        List<Block.Heading> before = passage.getFirst().path().subList(0, shared);
        for (Placed placed : passage) {
            List<Block.Heading> path = placed.path();
            for (int i = shared; i < path.size(); i++) {
                if (i >= before.size() || !before.get(i).equals(path.get(i))) {
                    text.add("#".repeat(Math.min(6, path.get(i).level())) + " "
                            + path.get(i).text());
                }
            }
            before = path;
            text.add(placed.block().text());
        }
        return String.join("\n\n", text);
    }
}
