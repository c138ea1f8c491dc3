package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import dev.analystcopilot.knowledge.text.Tokens;
import dev.analystcopilot.knowledge.text.glossary.CrossLingual;
import dev.analystcopilot.knowledge.text.glossary.CrossQuery;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Stage 1: in which language is it asked, by which words and by what meaning is it to be found, which documents does
/// it
/// name? Thread-safe.
final class QuestionAnalyser {
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.-])(?:T\\d{4}(?:\\.\\d{3})?|TA\\d{4}|[GSMC]\\d{4}|DET\\d{4}|CVE-\\d{4}-\\d{4,7}"
                    + "|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\\w-])",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_NAME_SEARCH = 20_000;
    private static final int UUID_LENGTH = 36;

    private final LanguageDetector languages = new LanguageDetector();
    private final Tokens tokens;
    private final CrossLingual crossLingual;

    QuestionAnalyser(Tokens tokens, CrossLingual crossLingual) {
        this.tokens = tokens;
        this.crossLingual = crossLingual;
    }

    Language language(String text) {
        return languages.detect(text);
    }

    /// @param wanted the language of the passages to find
    Analysis analyse(String text, Language asked, Language wanted) {
        CrossQuery query = crossLingual.expand(text, asked, wanted);
        return new Analysis(text, query, written(text), names(text));
    }

    private Map<String, String> written(String text) {
        var written = new HashMap<String, String>();
        for (String word : text.split("[\\s,;!?，。；！？、]+")) {
            Optional.of(word)
                    .filter(w -> !w.isEmpty() && w.codePoints().allMatch(c -> c < 0x2E80))
                    .ifPresent(w -> tokens.of(w).forEach(token -> written.putIfAbsent(token, w)));
        }
        return written;
    }

    /// As documents spell them: rules' ids in small letters, the rest in capitals.
    private static Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        NAME.matcher(text.substring(0, Math.min(text.length(), LONGEST_NAME_SEARCH)))
                .results()
                .map(match -> match.group())
                .forEach(name -> names.add(
                        name.length() == UUID_LENGTH && name.charAt(8) == '-'
                                ? name.toLowerCase(Locale.ROOT)
                                : name.toUpperCase(Locale.ROOT)));
        return names;
    }
}
