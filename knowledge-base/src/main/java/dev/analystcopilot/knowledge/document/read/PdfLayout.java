package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Puts lines together to headings, paragraphs and lists, by the size of their letters and the space between them.
final class PdfLayout {
    private static final double HEADING_SIZE = 1.12;
    private static final double PARAGRAPH_GAP = 1.35;
    private static final int LONGEST_HEADING = 160;
    private static final int HEADING_LEVELS = 4;
    private static final Pattern ITEM = Pattern.compile("(?:[•●▪◦■–·*\\-]|\\(?\\d{1,2}[.)、]|[a-z]\\))\\s*\\S.*");
    private static final Pattern BULLET = Pattern.compile("^[•●▪◦■–·*\\-]\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;。！？：；][\"'”’)）]?");
    private static final Pattern HYPHENATED = Pattern.compile(".*\\p{L}[-\\u00AD\\u2010]");

    private final List<PdfLine> lines;
    private final double body;
    private final double pitch;
    private final boolean bodyIsBold;
    private final List<Double> headingSizes;
    private final List<Block> blocks = new ArrayList<>();

    PdfLayout(List<PdfLine> lines) {
        this.lines = lines;
        this.body = bodySize();
        this.pitch = pitch();
        this.bodyIsBold = lines.stream().filter(PdfLine::bold).count() * 2 > lines.size();
        var sizes = new TreeSet<Double>();
        lines.stream().filter(this::isLarge).forEach(line -> sizes.add(line.size()));
        this.headingSizes = List.copyOf(sizes.descendingSet());
    }

    List<Block> blocks() {
        int page = 0;
        var group = new ArrayList<PdfLine>();
        for (PdfLine line : lines) {
            if (!group.isEmpty() && begins(group, line)) {
                add(group);
                group.clear();
            }
            if (line.page() != page && group.isEmpty()) {
                page = line.page();
                blocks.add(new Block.Page(page));
            }
            group.add(line);
        }
        add(group);
        return joinedLists();
    }

    /// Whether a line begins something new after the lines before it.
    private boolean begins(List<PdfLine> group, PdfLine line) {
        PdfLine before = group.getLast();
        if (isHeading(before) != isHeading(line) || before.code() != line.code()) {
            return true;
        }
        if (isHeading(line)) {
            return before.size() != line.size() || before.page() != line.page() || gap(before, line) > 2 * line.size();
        }
        if (ITEM.matcher(line.text()).matches()) {
            return true;
        }
        if (line.page() != before.page() || line.y() < before.y()) {
            // On the next page or in the next column a sentence may go on.
            return SENTENCE_END.matcher(before.text()).matches();
        }
        return gap(before, line) > PARAGRAPH_GAP * pitch;
    }

    private void add(List<PdfLine> group) {
        if (group.isEmpty()) {
            return;
        }
        PdfLine first = group.getFirst();
        if (isHeading(first)) {
            blocks.add(new Block.Heading(level(first), joined(group)));
        } else if (first.code()) {
            blocks.add(new Block.Code("```\n"
                    + String.join("\n", group.stream().map(PdfLine::text).toList()) + "\n```"));
        } else if (ITEM.matcher(first.text()).matches()) {
            blocks.add(new Block.Enumeration(BULLET.matcher(joined(group)).replaceFirst("- ")));
        } else {
            blocks.add(new Block.Paragraph(joined(group)));
        }
    }

    /// Items that follow each other are one list.
    private List<Block> joinedLists() {
        var joined = new ArrayList<Block>();
        for (Block block : blocks) {
            if (block instanceof Block.Enumeration next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Block.Enumeration list) {
                joined.set(joined.size() - 1, new Block.Enumeration(list.text() + "\n" + next.text()));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private boolean isLarge(PdfLine line) {
        return line.size() > body * HEADING_SIZE
                && line.text().length() <= LONGEST_HEADING
                && line.text().codePoints().anyMatch(Character::isLetter);
    }

    private boolean isHeading(PdfLine line) {
        return isLarge(line)
                || (line.bold()
                        && !bodyIsBold
                        && line.size() >= body
                        && line.text().length() <= LONGEST_HEADING / 2
                        && !SENTENCE_END.matcher(line.text()).matches()
                        && line.text().codePoints().anyMatch(Character::isLetter));
    }

    private int level(PdfLine line) {
        int place = headingSizes.indexOf(line.size());
        return Math.min(HEADING_LEVELS, place < 0 ? headingSizes.size() + 1 : place + 1);
    }

    private double bodySize() {
        Map<Double, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /// From one line of a paragraph to the next: the middle of all the gaps between lines of the usual size.
    private double pitch() {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            double gap = gap(lines.get(i - 1), lines.get(i));
            boolean usual = lines.get(i - 1).size() == body && lines.get(i).size() == body;
            if (usual && gap > 0 && gap < 4 * body) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        // Below the middle: paragraphs of one line only make the gaps between paragraphs the usual ones.
        return gaps.isEmpty() ? 1.3 * body : Math.min(gaps.get(gaps.size() / 3), 2 * body);
    }

    private static double gap(PdfLine before, PdfLine line) {
        return before.page() == line.page() ? line.y() - before.y() : 0;
    }

    private static String joined(List<PdfLine> group) {
        var text = new StringBuilder();
        for (PdfLine line : group) {
            if (text.isEmpty()) {
                text.append(line.text());
            } else if (HYPHENATED.matcher(text).matches()
                    && Character.isLowerCase(line.text().codePointAt(0))) {
                text.setLength(text.length() - 1);
                text.append(line.text());
            } else if (isHan(text.codePointBefore(text.length()))
                    && isHan(line.text().codePointAt(0))) {
                text.append(line.text());
            } else {
                text.append(' ').append(line.text());
            }
        }
        return text.toString();
    }

    /// Chinese characters and the marks between them: no blank stands at their line ends.
    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                || Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(Character.UnicodeBlock.of(c))
                || Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(Character.UnicodeBlock.of(c));
    }
}
