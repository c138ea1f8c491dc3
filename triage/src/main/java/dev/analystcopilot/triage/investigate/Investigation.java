package dev.analystcopilot.triage.investigate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Answers questions for single values from a run's alerts, without a language model:
///
/// 1. what kind of value is asked for;
/// 2. which alerts the question is about;
/// 3. the value of that kind in the alert that fits best, one that the question does not give away itself.
public final class Investigation {
    private static final int LOOKED_AT = 6;
    private static final double KNOWN = 0.55;
    private static final double INDIRECT = 0.85;
    private static final double LATER = 0.985;
    private static final double NEXT_TYPE = 0.9;
    private static final double MENTIONED = 1.15;
    /// How much a value loses that every alert has, against one that a single alert has.
    private static final double EVERYWHERE = 0.35;

    private static final double SYSTEM = 0.75;
    /// The system itself, and variables that stand for something else.
    private static final Pattern NOBODY =
            Pattern.compile("(?i)(nt authority.*|(local)? ?system|(local|network) service|%\\w+%)");
    private static final int LEAST_STEM = 3;
    private static final int LONGEST_ENDING = 5;

    private final WantedKinds kinds = new WantedKinds();
    private final List<EvidenceAlert> alerts;
    private final Bearing bearing;
    private final Map<String, Integer> alertsWith = new HashMap<>();

    private Investigation(List<EvidenceAlert> alerts) {
        this.alerts = alerts;
        this.bearing = new Bearing(alerts);
        alerts.forEach(alert -> alert.things().stream()
                .flatMap(thing -> thing.values().values().stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(value -> alertsWith.merge(value, 1, Integer::sum)));
    }

    /// @throws IOException if the folder holds no run, or one from before evidence was kept
    public static Investigation of(Path runFolder) throws IOException {
        return new Investigation(RunEvidence.read(runFolder));
    }

    /// @param answer the bare value; empty if there is none
    /// @param why where it comes from, a sentence
    public record Reply(String answer, String why) {}

    /// @param context what is known before the question; may be empty
    public Reply answer(String question, String context) {
        List<Wanted> wanted = kinds.of(question);
        if (wanted.isEmpty()) {
            return new Reply("", "it is not clear which value the question asks for");
        }
        double[] weights = bearing.of(question, context);
        List<Integer> best = IntStream.range(0, alerts.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]).thenComparing(i -> i))
                .limit(LOOKED_AT)
                .toList();
        Set<String> said = new HashSet<>(Bearing.words(question + " " + context));
        String given = (question + " " + context).toLowerCase(Locale.ROOT);
        Optional<Candidate> found = best.stream()
                .flatMap(i -> candidates(alerts.get(i), weights[i], wanted, said, given).stream())
                .max(Comparator.comparingDouble(Candidate::weight));
        return found.map(candidate -> new Reply(
                        candidate.answer(),
                        "'%s' (alert %s) tells of it as %s of its %s"
                                .formatted(
                                        candidate.alert().title(),
                                        candidate.alert().id(),
                                        candidate.attribute(),
                                        candidate.thing().type())))
                .orElseGet(() -> new Reply(
                        "",
                        "no alert that fits the question has a "
                                + wanted.getFirst().label().toLowerCase(Locale.ROOT)));
    }

    private record Candidate(EvidenceAlert alert, Thing thing, String attribute, String answer, double weight) {}

    private List<Candidate> candidates(
            EvidenceAlert alert, double weight, List<Wanted> wanted, Set<String> said, String given) {
        List<Candidate> found = new ArrayList<>();
        Wanted first = wanted.getFirst();
        for (int place = 0; place < alert.things().size(); place++) {
            Thing thing = alert.things().get(place);
            int type = first.from().indexOf(thing.type());
            if (type < 0) {
                continue;
            }
            int at = place;
            Optional<String> attribute = first.attributes().stream()
                    .filter(name -> thing.value(name).isPresent())
                    .findFirst();
            attribute.ifPresent(name -> {
                String value = thing.value(name).orElseThrow();
                double fit = Math.max(0.1, weight)
                        * Math.pow(NEXT_TYPE, type)
                        * Math.pow(LATER, at)
                        * (thing.direct() ? 1 : INDIRECT)
                        * (thing.type().equals(Thing.ALERT) && alert.things().size() > 1 ? INDIRECT : 1)
                        * Math.pow(NEXT_TYPE, first.attributes().indexOf(name))
                        * (gives(given, value) ? KNOWN : 1)
                        * (NOBODY.matcher(value).matches() ? SYSTEM : 1)
                        * (1 - EVERYWHERE * commonness(value))
                        * (mentions(thing, name, said) ? MENTIONED : 1);
                found.add(new Candidate(alert, thing, name, text(wanted, thing, value), fit));
            });
        }
        return found;
    }

    /// Whether the asker has the value already, also without the ending of a file's name.
    private static boolean gives(String given, String value) {
        String small = value.toLowerCase(Locale.ROOT);
        int dot = small.lastIndexOf('.');
        String stem = dot > LEAST_STEM && small.length() - dot <= LONGEST_ENDING ? small.substring(0, dot) : small;
        return given.contains(small) || given.contains(stem);
    }

    /// From 0 for a value of one alert to 1 for a value of all.
    private double commonness(String value) {
        int with = alertsWith.getOrDefault(value.toLowerCase(Locale.ROOT), 1);
        return alerts.size() < 2 ? 0 : Math.log(with) / Math.log(alerts.size());
    }

    /// Whether the question speaks of this thing by another of its values, such as of a process by its file.
    private static boolean mentions(Thing thing, String besides, Set<String> said) {
        return thing.values().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(besides) && entry.getValue().length() < 300)
                .filter(entry ->
                        entry.getKey().endsWith("name") || entry.getKey().equals("commandline"))
                .flatMap(entry -> Bearing.words(entry.getValue()).stream())
                .anyMatch(word -> word.length() > 3 && said.contains(word));
    }

    private static String text(List<Wanted> wanted, Thing thing, String value) {
        if (wanted.size() == 1) {
            return value.strip();
        }
        List<String> parts = new ArrayList<>();
        for (Wanted kind : wanted) {
            kind.attributes().stream()
                    .flatMap(name -> thing.value(name).stream())
                    .findFirst()
                    .ifPresent(text -> parts.add(kind.label() + ": " + text.strip()));
        }
        return String.join(", ", parts);
    }
}
