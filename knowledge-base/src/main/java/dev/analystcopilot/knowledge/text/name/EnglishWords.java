package dev.analystcopilot.knowledge.text.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Names that are words of everyday English, or very short.
final class EnglishWords {
    private static final String LIST = "/knowledge/names/english-words.txt";
    private static final int SHORT = 3;

    private final Set<String> words = load();

    private static Set<String> load() {
        try (InputStream in = EnglishWords.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    /// Any spelling means a name that is no word. Of the others: `net.exe`; or the name's own spelling, if that has a
    /// capital, where no sentence begins.
    boolean meansTheProgram(KnownName known, String shown, String text, int start, int end) {
        String lower = shown.toLowerCase(Locale.ROOT);
        boolean chinese = lower.codePoints().anyMatch(Character::isIdeographic);
        if (chinese || (!words.contains(lower) && lower.length() > SHORT)) {
            return true;
        }
        if (text.regionMatches(true, end, ".exe", 0, ".exe".length())) {
            return true;
        }
        boolean capital = !shown.equals(lower);
        boolean own = known.name().equals(shown) || known.aliases().contains(shown);
        return capital && own && (allCapitals(shown) || !sentenceBegins(text, start));
    }

    private static boolean allCapitals(String shown) {
        return shown.length() > 1 && shown.equals(shown.toUpperCase(Locale.ROOT));
    }

    private static boolean sentenceBegins(String text, int start) {
        String before = text.substring(0, start).stripTrailing();
        return before.isEmpty() || ".!?:;\n。！？：；".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
