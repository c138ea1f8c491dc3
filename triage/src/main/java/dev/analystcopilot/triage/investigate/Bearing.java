package dev.analystcopilot.triage.investigate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much each alert has to do with a question: words of its title weigh most, rare words more than common ones, and
/// names that question and alert share most of all.
final class Bearing {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.@:/\\\\-]*[\\p{L}\\p{N}]|[\\p{IsHan}]");
    private static final Set<String> EMPTY =
            Set.of(("a an the of in on to by for with and or that this these was were is are be been"
                            + " can could you identify find provide what which who during incident related alert alerts associated"
                            + " security also name please from at as it its involved activity activities observed detected used user"
                            + " account suspicious our we using same another further there has had have did potential potentially")
                    .split(" "));
    private static final double TITLE = 3;
    private static final double PAIR = 2;
    private static final double TEXT = 0.7;
    private static final double NAME = 2.5;
    private static final double TIME = 30;
    private static final double SAME_CASE = 3;
    private static final double CONTEXT_TITLE = -0.6;
    private static final double CONTEXT_NAME = 0.5;
    private static final int LEAST_NAME = 4;

    private final List<EvidenceAlert> alerts;
    private final List<List<String>> titleWords = new ArrayList<>();
    private final List<Set<String>> titles = new ArrayList<>();
    private final List<Set<String>> texts = new ArrayList<>();
    private final List<Set<String>> names = new ArrayList<>();
    private final Set<String> everyName = new HashSet<>();
    private final Map<String, Integer> documents = new HashMap<>();

    Bearing(List<EvidenceAlert> alerts) {
        this.alerts = alerts;
        for (EvidenceAlert alert : alerts) {
            List<String> inOrder = words(alert.title());
            Set<String> title = new HashSet<>(inOrder);
            Set<String> text = new HashSet<>(words(alert.text()));
            titleWords.add(inOrder);
            titles.add(title);
            texts.add(text);
            Set<String> named = names(alert);
            names.add(named);
            everyName.addAll(named);
            Set<String> all = new HashSet<>(title);
            all.addAll(text);
            all.forEach(word -> documents.merge(word, 1, Integer::sum));
        }
    }

    /// @return a weight for each alert, in their order
    double[] of(String question, String context) {
        List<String> asked = words(question);
        Set<String> askedOnce = new HashSet<>(asked);
        Set<String> told = new HashSet<>(words(context));
        Set<String> askedNames = named(question);
        Set<String> toldNames = named(context);
        double[] weights = new double[alerts.size()];
        Map<String, Double> caseWeight = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            double common = overlap(toldNames, names.get(i)) + overlap(askedNames, names.get(i));
            caseWeight.merge(alerts.get(i).caseId(), common, Math::max);
        }
        double best = caseWeight.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = words(asked, askedOnce, i)
                    + NAME * overlap(askedNames, names.get(i))
                    + CONTEXT_NAME * overlap(toldNames, names.get(i))
                    + CONTEXT_TITLE * told(told, askedOnce, i)
                    + times(question, alerts.get(i));
            if (best > 0 && caseWeight.getOrDefault(alerts.get(i).caseId(), 0.0) >= 0.6 * best) {
                weights[i] += SAME_CASE;
            }
        }
        return weights;
    }

    private double words(List<String> asked, Set<String> askedOnce, int i) {
        double sum = 0;
        List<String> title = titleWords.get(i);
        for (String word : askedOnce) {
            if (titles.get(i).contains(word)) {
                sum += TITLE * rarity(word);
            } else if (texts.get(i).contains(word)) {
                sum += TEXT * rarity(word);
            }
        }
        for (int w = 0; w + 1 < title.size(); w++) {
            int at = asked.indexOf(title.get(w));
            while (at >= 0) {
                if (at + 1 < asked.size() && asked.get(at + 1).equals(title.get(w + 1))) {
                    sum += PAIR * (rarity(title.get(w)) + rarity(title.get(w + 1))) / 2;
                    break;
                }
                int next = asked.subList(at + 1, asked.size()).indexOf(title.get(w));
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
        // A long title that is told in full says more than a short one.
        return sum / Math.sqrt(2.0 + title.size());
    }

    /// What the context tells of is where the question starts, and seldom what it asks for.
    private double told(Set<String> told, Set<String> asked, int i) {
        return titles.get(i).stream()
                .filter(word -> told.contains(word) && !asked.contains(word))
                .mapToDouble(this::rarity)
                .sum();
    }

    private static double times(String question, EvidenceAlert alert) {
        String plain = question.replace('T', ' ');
        return alert.times().stream()
                        .map(time -> time.replace('T', ' '))
                        .anyMatch(time -> time.length() >= 19 && plain.contains(time.substring(0, 19)))
                ? TIME
                : 0;
    }

    private double rarity(String word) {
        return Math.log(1 + alerts.size() / (0.5 + documents.getOrDefault(word, 0)));
    }

    private static double overlap(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    /// Words of a text that some alert has as a name or value.
    private Set<String> named(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.length() >= LEAST_NAME && everyName.contains(word)) {
                found.add(word);
            }
        }
        return found;
    }

    private static Set<String> names(EvidenceAlert alert) {
        Set<String> found = new HashSet<>();
        for (Thing thing : alert.things()) {
            thing.values().forEach((attribute, value) -> {
                boolean oneName = !thing.type().equals(Thing.ALERT) || value.indexOf(' ') < 0;
                if (oneName && value.length() <= 200 && !attribute.endsWith("time") && !attribute.endsWith("type")) {
                    Matcher matcher = WORD.matcher(value);
                    while (matcher.find()) {
                        String word = matcher.group().toLowerCase(Locale.ROOT);
                        if (word.length() >= LEAST_NAME && !EMPTY.contains(word)) {
                            found.add(word);
                        }
                    }
                }
            });
        }
        return found;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            for (String part : matcher.group().split("[-_/]", -1)) {
                if (!part.isBlank() && !EMPTY.contains(part)) {
                    words.add(stem(part));
                }
            }
        }
        return words;
    }

    /// Enough to see "launched" in "launching" and "tools" in "tool".
    private static String stem(String word) {
        for (String ending : List.of("ations", "ation", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y")) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
