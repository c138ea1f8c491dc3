package dev.analystcopilot.triage.hunt;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what is left: things that security people call by many names, in either language, and any other words.
final class Terms {
    private static final Pattern EITHER = Pattern.compile("\\bor\\b|或", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 4;
    private static final String ONLY_SAID = "~";
    private static final HuntField TEXT = HuntField.of(Name.TEXT);
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsLatin}\\p{IsHan}\\d_.+#&-]+");
    private static final Pattern EDGES = Pattern.compile("^[.+#&_-]+|[.&_-]+$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern SCRIPTS =
            Pattern.compile("(?<=\\p{IsHan})(?=[\\p{IsLatin}\\d])|(?<=[\\p{IsLatin}\\d])(?=\\p{IsHan})");

    /// @param said what means it
    /// @param pattern of one of these
    /// @param alternatives what alerts may say
    private record Term(String said, Pattern pattern, List<String> alternatives) {}

    private final List<Term> terms = new ArrayList<>();
    private final Filler filler;

    Terms(Filler filler) {
        this.filler = filler;
        for (String line : Lists.lines("terms.txt")) {
            int extra = line.indexOf('>');
            List<String> said = Lists.split(extra < 0 ? line : line.substring(0, extra));
            Set<String> alternatives = new LinkedHashSet<>(
                    said.stream().filter(word -> !word.startsWith(ONLY_SAID)).toList());
            if (extra >= 0) {
                alternatives.addAll(Lists.split(line.substring(extra + 1)));
            }
            List<String> shortest = shortest(alternatives);
            said.stream()
                    .map(word -> word.startsWith(ONLY_SAID) ? word.substring(ONLY_SAID.length()) : word)
                    .forEach(word -> terms.add(new Term(word, pattern(word), shortest)));
        }
        terms.sort(Comparator.comparingInt((Term term) -> -term.said.length()).thenComparing(Term::said));
    }

    /// One that holds another one finds nothing more.
    private static List<String> shortest(Set<String> alternatives) {
        return alternatives.stream()
                .filter(word -> alternatives.stream().noneMatch(other -> !other.equals(word) && word.contains(other)))
                .toList();
    }

    private static Pattern pattern(String word) {
        boolean latin = word.chars().allMatch(c -> c < 128);
        String quoted = Pattern.quote(word);
        return Pattern.compile(
                latin ? "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])" : quoted, Pattern.CASE_INSENSITIVE);
    }

    void read(Unread text, Conditions conditions) {
        Set<List<String>> meant = new LinkedHashSet<>();
        for (Term term : terms) {
            if (text.takes(term.pattern)) {
                meant.add(term.alternatives);
            }
        }
        if (meant.size() > 1 && EITHER.matcher(text.rest()).find()) {
            conditions.addAny(
                    TEXT,
                    HuntOp.CONTAINS,
                    meant.stream()
                            .flatMap(List::stream)
                            .distinct()
                            .limit(HuntCondition.MAX_VALUES)
                            .toList());
        } else {
            meant.forEach(alternatives -> conditions.addAny(TEXT, HuntOp.CONTAINS, alternatives));
        }
        words(text.rest()).stream().limit(MOST_WORDS).forEach(word -> conditions.add(Name.TEXT, HuntOp.CONTAINS, word));
    }

    private List<String> words(String rest) {
        Set<String> words = new LinkedHashSet<>();
        for (String piece : BETWEEN.split(SCRIPTS.matcher(filler.without(rest)).replaceAll(" "))) {
            String word = EDGES.matcher(piece).replaceAll("");
            boolean han = HAN.matcher(word).matches();
            if (word.length() >= 2
                    && !filler.isFiller(word)
                    && !NUMBER.matcher(word).matches()) {
                words.add(han ? word : stem(word));
            }
        }
        return List.copyOf(words);
    }

    /// Without the ending of a plural: it is looked for as a part.
    private static String stem(String word) {
        String lower = HuntWords.lower(word);
        return lower.length() > 4 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
