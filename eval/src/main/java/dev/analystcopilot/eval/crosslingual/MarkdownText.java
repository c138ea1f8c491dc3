package dev.analystcopilot.eval.crosslingual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Markdown document: the simplest reader that serves both the shipped content and public documents.
///
/// @param questions from the front matter
record MarkdownText(String title, List<String> questions, List<Section> sections) {
    private static final Pattern FRONT = Pattern.compile("\\A---\\R(.*?)\\R---\\R", Pattern.DOTALL);
    private static final Pattern QUESTIONS = Pattern.compile("(?m)^questions:\\R((?: {2}- .*\\R?)+)");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*(.+)$");
    private static final Pattern FIRST_HEADING = Pattern.compile("(?m)^#\\s+(.+)$");
    private static final int LONGEST_PIECE = 1200;

    record Section(String heading, String text) {
        List<String> lines() {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    static MarkdownText of(String name, String markdown) {
        Matcher front = FRONT.matcher(markdown);
        String head = front.find() ? front.group(1) : "";
        String body = head.isEmpty() ? markdown : markdown.substring(front.end());
        Matcher titled = TITLE.matcher(head);
        Matcher heading = FIRST_HEADING.matcher(body);
        String title = titled.find() ? titled.group(1).strip() : heading.find() ? heading.group(1) : name;
        Matcher asked = QUESTIONS.matcher(head + "\n");
        List<String> questions = asked.find()
                ? asked.group(1).lines().map(line -> line.strip().substring(2)).toList()
                : List.of();
        return new MarkdownText(title, questions, sections(body));
    }

    private static List<Section> sections(String body) {
        var sections = new ArrayList<Section>();
        for (String part : body.split("(?m)^##+ ")) {
            boolean headed = !sections.isEmpty() || !body.startsWith(part);
            int end = part.indexOf('\n');
            String heading = headed ? part.substring(0, Math.max(0, end)).strip() : "";
            String text = headed ? part.substring(Math.max(0, end)) : part;
            if (!text.isBlank()) {
                sections.add(new Section(heading, text.strip()));
            }
        }
        return sections;
    }

    /// At most so many pieces, none much longer than what an embedding model reads.
    List<TextPiece> pieces(String ref, int most) {
        var pieces = new ArrayList<TextPiece>();
        for (Section section : sections) {
            for (int from = 0; from < section.text().length(); from += LONGEST_PIECE) {
                int to = Math.min(section.text().length(), from + LONGEST_PIECE);
                pieces.add(new TextPiece(
                        ref, title, section.heading(), section.text().substring(from, to)));
            }
        }
        return pieces.stream().limit(most).toList();
    }
}
