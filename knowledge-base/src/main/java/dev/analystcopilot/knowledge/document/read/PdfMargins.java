package dev.analystcopilot.knowledge.document.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Leaves out page numbers, what stands at the head or foot of most pages, and lines that only lead to other pages.
final class PdfMargins {
    private static final Pattern NUMBERS = Pattern.compile("\\d++|\\b[ivxlc]{1,6}\\b");
    /// A table of contents or an index: words of every chapter, and nothing about any.
    private static final Pattern LEADERS = Pattern.compile(".*?(?:\\.\\s?){8,}+\\s*\\d*");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)[-–—\\s|]*(?:page|seite|第)?\\s*(?:\\d{1,4}|[ivxl]{1,6})\\s*(?:页)?\\s*"
                    + "(?:(?:/|of|von|共)\\s*\\d{1,4}\\s*(?:页)?)?[-–—\\s|]*");

    private PdfMargins() {}

    static List<PdfLine> without(List<PdfLine> lines, int pages) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        lines.stream()
                .filter(PdfLine::inMargin)
                .forEach(line ->
                        seen.computeIfAbsent(shape(line), s -> new HashSet<>()).add(line.page()));
        int often = Math.max(2, (pages + 1) / 2);
        return lines.stream()
                .filter(line -> !LEADERS.matcher(line.text()).matches())
                .filter(line -> !line.inMargin()
                        || !(PAGE_NUMBER.matcher(line.text()).matches()
                                || seen.getOrDefault(shape(line), Set.of()).size() >= often))
                .toList();
    }

    private static String shape(PdfLine line) {
        return NUMBERS.matcher(line.text()).replaceAll("#");
    }
}
