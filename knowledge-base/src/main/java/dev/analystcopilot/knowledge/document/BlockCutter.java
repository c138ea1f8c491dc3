package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.knowledge.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/// Cuts a block that is too long for one passage at the places where its kind allows it.
record BlockCutter(TokenSizes sizes, Sentences sentences) {
    /// Code is read whole, or it is not understood: only a file's worth of it is cut.
    private static final int CODE_CHARS = 6_000;

    /// No paragraph is as long: a file without line ends is cut before anybody looks for its sentences.
    private static final int LONGEST_LINE = 20_000;

    /// A token has fewer characters than this, but for words that are none.
    private static final int TOKEN_CHARS = 16;

    BlockCutter(TokenSizes sizes) {
        this(sizes, new Sentences());
    }

    List<Block> cut(Block block, int budget) {
        if (!(block instanceof Block.Code)
                && block.text().length() <= LONGEST_LINE
                && sizes.fits(block.text(), budget)) {
            return List.of(block);
        }
        return switch (block) {
            case Block.Table table -> rows(table, budget);
            case Block.Code code -> code(code);
            case Block.Enumeration list ->
                filled(fitting(list.text().lines().toList(), budget), "\n", budget).stream()
                        .<Block>map(Block.Enumeration::new)
                        .toList();
            case Block.Paragraph paragraph ->
                lines(paragraph.text(), budget).stream()
                        .<Block>map(Block.Paragraph::new)
                        .toList();
            case Block.Heading heading -> List.of(heading);
            case Block.Page page -> List.of(page);
        };
    }

    private List<Block> rows(Block.Table table, int budget) {
        int head = sizes.of(table.header());
        if (head > budget / 2) {
            // A head of this size would leave no room for rows.
            return lines(table.text(), budget).stream()
                    .<Block>map(Block.Paragraph::new)
                    .toList();
        }
        return filled(fitting(table.rows(), budget - head), "\n", budget - head).stream()
                .<Block>map(part -> new Block.Table(table.header(), part.lines().toList()))
                .toList();
    }

    private static List<Block> code(Block.Code code) {
        if (code.text().length() <= CODE_CHARS) {
            return List.of(code);
        }
        List<String> lines = code.text().lines().toList();
        String first = lines.getFirst().strip();
        boolean fenced = first.startsWith("```") || first.startsWith("~~~");
        String fence = fenced ? first.substring(0, 3) : "";
        var parts = new ArrayList<Block>();
        var current = new StringBuilder();
        for (String line : fenced ? lines.subList(1, Math.max(1, lines.size() - 1)) : lines) {
            for (int from = 0; from <= line.length(); from += CODE_CHARS) {
                String part = line.substring(from, Math.min(line.length(), from + CODE_CHARS));
                if (!current.isEmpty() && current.length() + part.length() >= CODE_CHARS) {
                    parts.add(fenced(first, current, fence));
                    current.setLength(0);
                }
                current.append(current.isEmpty() ? "" : "\n").append(part);
            }
        }
        parts.add(fenced(first, current, fence));
        return parts;
    }

    private static Block fenced(String first, CharSequence lines, String fence) {
        return new Block.Code(fence.isEmpty() ? lines.toString() : first + "\n" + lines + "\n" + fence);
    }

    /// At line ends where that is enough, else at the ends of sentences.
    private List<String> lines(String text, int budget) {
        return filled(fitting(text.lines().toList(), budget), "\n", budget);
    }

    /// The same text in parts that each fit.
    private List<String> fitting(List<String> parts, int budget) {
        var fitting = new ArrayList<String>();
        for (String part : parts) {
            if (part.length() > LONGEST_LINE) {
                fitting.addAll(fitting(stretches(part), budget));
            } else if (sizes.fits(part, budget)) {
                fitting.add(part);
            } else {
                List<String> cut = new ArrayList<>();
                sentences.of(part).forEach(sentence -> cut.addAll(hard(sentence, budget)));
                fitting.addAll(filled(cut, between(part), budget));
            }
        }
        return fitting;
    }

    private static List<String> stretches(String line) {
        var stretches = new ArrayList<String>();
        int from = 0;
        while (line.length() - from > LONGEST_LINE) {
            int last = from + LONGEST_LINE - 1;
            int blank = line.lastIndexOf(' ', last);
            int end = blank > from + LONGEST_LINE / 2 ? blank : last;
            int cut = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
            stretches.add(line.substring(from, cut));
            from = cut;
        }
        stretches.add(line.substring(from));
        return stretches;
    }

    /// Chinese sentences follow each other without a blank.
    private static String between(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? "" : " ";
    }

    /// A sentence that no passage could hold: at blanks, or between any two characters.
    private List<String> hard(String sentence, int budget) {
        var parts = new ArrayList<String>();
        String rest = sentence;
        while (rest.length() > budget * TOKEN_CHARS || !sizes.fits(rest, budget)) {
            int end = rest.offsetByCodePoints(0, Math.min(budget, rest.codePointCount(0, rest.length())));
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > end / 2 ? blank + 1 : end;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        if (!rest.isBlank()) {
            parts.add(rest);
        }
        return parts;
    }

    private List<String> filled(List<String> parts, String separator, int budget) {
        var filled = new ArrayList<String>();
        var current = new StringBuilder();
        int size = 0;
        for (String part : parts) {
            int tokens = sizes.of(part);
            if (!current.isEmpty() && size + tokens > budget) {
                filled.add(current.toString());
                current.setLength(0);
                size = 0;
            }
            current.append(current.isEmpty() ? "" : separator).append(part);
            size += tokens;
        }
        if (!current.isEmpty()) {
            filled.add(current.toString());
        }
        return filled;
    }
}
