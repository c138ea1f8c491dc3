package dev.analystcopilot.knowledge.text;

import java.util.Locale;

/// The languages of the house.
public enum Language {
    EN,
    ZH;

    public Language other() {
        return switch (this) {
            case EN -> ZH;
            case ZH -> EN;
        };
    }

    /// `en` or `zh`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if it is neither `en` nor `zh`
    public static Language ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
