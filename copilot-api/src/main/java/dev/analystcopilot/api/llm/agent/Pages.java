package dev.analystcopilot.api.llm.agent;

import java.util.ArrayList;
import java.util.List;

/// A result cut into pages, between blocks of evidence where that is possible.
final class Pages {
    private static final String BLOCK_END = "</evidence>\n";
    private static final String LINE_END = "\n";
    /// A page that would end before this part of its room is cut at a line instead.
    private static final double FULL_ENOUGH = 0.4;

    private Pages() {}

    /// @param room characters a page may have
    static List<String> of(String text, int room) {
        List<String> pages = new ArrayList<>();
        int from = 0;
        while (text.length() - from > room) {
            int to = end(text, from, from + room);
            pages.add(text.substring(from, to));
            from = to;
        }
        pages.add(text.substring(from));
        return List.copyOf(pages);
    }

    private static int end(String text, int from, int limit) {
        int least = from + (int) ((limit - from) * FULL_ENOUGH);
        for (String boundary : List.of(BLOCK_END, LINE_END)) {
            int found = text.lastIndexOf(boundary, limit - boundary.length());
            if (found >= least) {
                return found + boundary.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
