package dev.analystcopilot.knowledge.document;

import java.util.ArrayList;
import java.util.List;

/// A document's blocks with the headings above each, in sections that a passage never crosses.
final class Outline {
    /// Headings down to this level begin a section; lower ones are read in their place, if there are higher ones.
    private static final int SECTION_LEVEL = 2;

    private Outline() {}

    /// @param path the headings above the block, the highest first
    /// @param page 0 in formats without pages
    record Placed(List<Block.Heading> path, Block block, int page) {
        Placed {
            path = List.copyOf(path);
        }
    }

    /// @param title left out of the paths: it stands over everything already
    static List<List<Placed>> sections(List<Block> blocks, String title) {
        int top = blocks.stream()
                .filter(block -> block instanceof Block.Heading heading && !isTitle(heading, title))
                .mapToInt(block -> ((Block.Heading) block).level())
                .min()
                .orElse(1);
        var sections = new ArrayList<List<Placed>>();
        var current = new ArrayList<Placed>();
        var path = new ArrayList<Block.Heading>();
        int page = 0;
        for (Block block : blocks) {
            switch (block) {
                case Block.Page next -> page = next.number();
                case Block.Heading heading -> {
                    if (heading.level() <= Math.max(top, SECTION_LEVEL)) {
                        close(sections, current);
                    }
                    path.removeIf(above -> above.level() >= heading.level());
                    if (!isTitle(heading, title)) {
                        path.add(heading);
                    }
                }
                case Block.Paragraph b -> current.add(new Placed(path, b, page));
                case Block.Enumeration b -> current.add(new Placed(path, b, page));
                case Block.Table b -> current.add(new Placed(path, b, page));
                case Block.Code b -> current.add(new Placed(path, b, page));
            }
        }
        close(sections, current);
        return sections;
    }

    private static boolean isTitle(Block.Heading heading, String title) {
        return heading.level() == 1 && heading.text().equalsIgnoreCase(title.strip());
    }

    private static void close(List<List<Placed>> sections, List<Placed> current) {
        if (!current.isEmpty()) {
            sections.add(List.copyOf(current));
            current.clear();
        }
    }
}
