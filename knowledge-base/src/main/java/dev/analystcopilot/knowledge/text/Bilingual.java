package dev.analystcopilot.knowledge.text;

import static java.util.Objects.requireNonNull;

/// One text in both languages of the house.
public record Bilingual(String en, String zh) {
    public Bilingual {
        requireNonNull(en, "en");
        requireNonNull(zh, "zh");
    }

    /// The same text in both languages: names, addresses, commands.
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
