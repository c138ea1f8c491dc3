package dev.analystcopilot.api.client;

/// Words of others, such as an alert's title, put into Markdown as nothing but words.
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()<>#+!|~";

    private Markdown() {}

    /// On one line, with no mark-up of its own and no address that a client would make a link of.
    static String inert(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().replaceAll("(?i)\\bhttp(s?)://", "hxxp$1://");
        var safe = new StringBuilder(line.length() + 8);
        line.chars().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                safe.append('\\');
            }
            safe.append((char) character);
        });
        return safe.toString();
    }

    /// An id as it is, to be copied.
    static String code(String id) {
        return "`" + id.replaceAll("[`\\s\\p{Cntrl}]+", " ").strip() + "`";
    }
}
