package dev.analystcopilot.knowledge.technique;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a text names outright: the id or the full name of a technique. Immutable.
final class Mentions {
    private static final Pattern ID =
            Pattern.compile("(?<![\\w.])T\\d{4}(?:\\.\\d{3})?(?!\\w)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int PARENT_LENGTH = 5;

    static final double ID_BONUS = 50;
    static final double NAME_BONUS = 0.5;
    static final double NAME_IN_QUESTION = 12;
    static final double WORD_IN_QUESTION = 1.5;
    static final double MEMBER_BONUS = 25;
    static final double OPTION_BONUS = 1;

    private final List<String> ids;
    private final List<String> names;
    private final List<String> spaced;

    Mentions(List<String> ids, List<String> names) {
        this.ids = ids;
        this.names = names;
        this.spaced = names.stream().map(Mentions::spaced).toList();
    }

    /// What each technique gains, by its place.
    double[] bonus(Ranker.Text text) {
        return text.question().map(question -> ofQuestion(question, text)).orElseGet(() -> ofStatement(text));
    }

    private double[] ofStatement(Ranker.Text text) {
        Set<String> written = idsIn(text.original());
        String said = " " + text.english().toLowerCase(Locale.ROOT) + " ";
        double[] bonus = new double[ids.size()];
        for (int i = 0; i < bonus.length; i++) {
            if (written.contains(ids.get(i))) {
                bonus[i] = ID_BONUS;
            } else if (severalWords(i) && said.contains(" " + names.get(i).toLowerCase(Locale.ROOT) + " ")) {
                bonus[i] = NAME_BONUS;
            }
        }
        return bonus;
    }

    private double[] ofQuestion(Question question, Ranker.Text text) {
        Set<String> written = idsIn(question.asked());
        String said = spaced(text.english());
        String options = spaced(question.options());
        String asWritten = " " + BETWEEN_WORDS.matcher(question.asked()).replaceAll(" ") + " ";
        Set<String> named = new HashSet<>(written);
        double[] bonus = new double[ids.size()];
        for (int i = 0; i < bonus.length; i++) {
            String id = ids.get(i);
            if (written.contains(id)) {
                bonus[i] = ID_BONUS;
            } else if (said.contains(spaced.get(i))) {
                if (severalWords(i)) {
                    named.add(id);
                    bonus[i] = NAME_IN_QUESTION + names.get(i).length() / 100.0;
                } else if (asWritten.contains(" " + names.get(i) + " ")) {
                    bonus[i] = WORD_IN_QUESTION;
                }
            }
            if (options.contains(spaced.get(i))) {
                bonus[i] += OPTION_BONUS;
            }
        }
        for (int i = 0; i < bonus.length; i++) {
            String id = ids.get(i);
            if (id.length() > PARENT_LENGTH && named.contains(id.substring(0, PARENT_LENGTH)) && question.members()) {
                bonus[i] += written.contains(id.substring(0, PARENT_LENGTH)) ? ID_BONUS + MEMBER_BONUS : MEMBER_BONUS;
            }
        }
        return bonus;
    }

    private boolean severalWords(int place) {
        return names.get(place).indexOf(' ') > 0;
    }

    private static Set<String> idsIn(String text) {
        return ID.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(id -> id.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String spaced(String text) {
        return " "
                + BETWEEN_WORDS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
