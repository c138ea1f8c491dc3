package dev.analystcopilot.api.bot;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.bot.platform.Style;

/// An answer in Markdown: what is said, and the notes and sources after it.
record Words(String body, String closing, boolean chinese) {
    private static final String STRIKE = "~~";

    Words {
        requireNonNull(body, "body");
        requireNonNull(closing, "closing");
    }

    static Words plain(String text, boolean chinese) {
        return new Words(text, "", chinese);
    }

    /// As the platform shows it. What is too long ends with a whole sentence and says so; sources give way first.
    String in(Style style) {
        int most = style.longest();
        String sources = closing.length() <= most / 3 ? closing : upTo(closing, most / 3, "\n");
        if (body.length() + sources.length() <= most) {
            return style.of(body + sources);
        }
        String notice =
                chinese ? "\n\n（内容较长，已截短；完整回答请到网页上提问。）" : "\n\n_(shortened; ask on the web page for all of it)_";
        String text = upTo(body, Math.max(0, most - sources.length() - notice.length()), "。", "！", "？", ". ", "\n");
        return style.of(closed(text) + notice + sources);
    }

    /// The text up to the last of these ends that fits.
    private static String upTo(String text, int most, String... ends) {
        if (text.length() <= most) {
            return text;
        }
        int end = -1;
        for (String mark : ends) {
            int at = text.lastIndexOf(mark, most - mark.length());
            end = Math.max(end, at < 0 ? -1 : at + mark.length());
        }
        return text.substring(0, end > 0 ? end : most).stripTrailing();
    }

    /// A claim that was struck stays struck where the text is cut.
    private static String closed(String text) {
        int marks = text.split(STRIKE, -1).length - 1;
        return marks % 2 == 0 ? text : text + STRIKE;
    }
}
