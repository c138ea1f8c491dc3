package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.knowledge.text.Language;
import java.util.regex.Pattern;

/// Tells a question's language. Names stay as they are in either language, so that Chinese with English names is
/// Chinese: it has more Chinese characters than English words.
final class Languages {
    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\d_.'-]*");

    private Languages() {}

    static Language of(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long words = LATIN_WORD.matcher(text).results().count();
        return han > words ? Language.ZH : Language.EN;
    }
}
