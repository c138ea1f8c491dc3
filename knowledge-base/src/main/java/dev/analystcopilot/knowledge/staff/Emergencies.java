package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells from the words alone that something has happened which cannot wait: clicked, paid, lost, encrypted. Ranking
/// may
/// be unsure; what to do at once must not be. `knowledge/asked/emergencies.tsv`: the document with the steps, a pattern
/// in English, one in Chinese; the worst first.
public final class Emergencies {
    private static final int LOOKED_AT = 1_000;
    private static final int COLUMNS = 3;

    private final List<Rule> rules;

    private Emergencies(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    private record Rule(String ref, Pattern english, Pattern chinese) {
        Pattern in(Language language) {
            return switch (language) {
                case EN -> english;
                case ZH -> chinese;
            };
        }
    }

    public static Emergencies shipped() {
        return new Emergencies(Resources.lines("knowledge/asked/emergencies.tsv").stream()
                .map(line -> line.split("\t", COLUMNS))
                .map(columns -> new Rule(columns[0], pattern(columns[1]), pattern(columns[2])))
                .toList());
    }

    static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// All documents that say what to do now.
    Set<String> documents() {
        return rules.stream().map(Rule::ref).collect(Collectors.toUnmodifiableSet());
    }

    /// The documents that say what to do now, the worst first; none where nothing has happened.
    public List<String> in(String question) {
        String text = question.length() <= LOOKED_AT ? question : question.substring(0, LOOKED_AT);
        return rules.stream()
                .filter(rule -> Stream.of(Language.values())
                        .anyMatch(language -> rule.in(language).matcher(text).find()))
                .map(Rule::ref)
                .toList();
    }
}
