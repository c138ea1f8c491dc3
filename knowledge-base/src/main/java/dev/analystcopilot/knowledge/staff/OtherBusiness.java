package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells from the words that somebody asks for what no staff document can answer: alerts, cases, logs, addresses of
/// machines, other people's devices. `knowledge/asked/nobodys-business.tsv`: a language and a pattern. The answer is
/// the
/// same whether such a thing exists or not.
final class OtherBusiness {
    private static final int LOOKED_AT = 1_000;

    private final Map<Language, List<Pattern>> patterns = new EnumMap<>(Language.class);

    private OtherBusiness() {}

    static OtherBusiness shipped() {
        var business = new OtherBusiness();
        List<String> lines = Resources.lines("knowledge/asked/nobodys-business.tsv");
        for (Language language : Language.values()) {
            business.patterns.put(
                    language,
                    lines.stream()
                            .filter(line -> line.startsWith(language.code() + "\t"))
                            .map(line -> Emergencies.pattern(line.substring(line.indexOf('\t') + 1)))
                            .toList());
        }
        return business;
    }

    boolean in(String question) {
        String text = question.length() <= LOOKED_AT ? question : question.substring(0, LOOKED_AT);
        return patterns.values().stream()
                .flatMap(List::stream)
                .anyMatch(pattern -> pattern.matcher(text).find());
    }
}
