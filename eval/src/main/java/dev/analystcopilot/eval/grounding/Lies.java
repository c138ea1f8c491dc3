package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes one thing in a true sentence wrong. Knows the store's records and nothing of how claims are checked.
final class Lies {
    private static final List<String> VERDICTS = List.of("true_positive", "false_positive", "benign");
    private static final List<String> ABOUT_ALERTS = List.of("host", "user", "ip");
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    private final Offered offered;
    private final Random random;

    Lies(Offered offered, Random random) {
        this.offered = offered;
        this.random = random;
    }

    /// @param kind what was made wrong
    record Lie(String kind, String text) {}

    Optional<Lie> of(Saying truth) {
        List<String> names = truth.kinds();
        return switch (random.nextInt(10)) {
            case 0 ->
                Optional.of(new Lie(
                        "mark to nothing",
                        truth.marked(Map.of("n", offered.items() + 1 + random.nextInt(40), "m", offered.items() + 50))
                                .text()));
            case 1 -> noMark(truth);
            case 2 -> wrongMark(truth);
            default -> value(truth, names.get(random.nextInt(names.size())));
        };
    }

    /// A wrong value and nothing to check it by.
    private Optional<Lie> noMark(Saying truth) {
        return value(truth, truth.kinds().getFirst())
                .map(lie -> new Lie("no mark, " + lie.kind(), lie.text().replaceAll("\\s*\\[\\d+]", "")))
                .filter(lie -> !ABOUT_ALERTS.contains(
                                truth.slot(truth.kinds().getFirst()).kind())
                        || !holdsSomewhere(lie.text()));
    }

    /// Without a mark a sentence is about any alert: what is wrong of one may be true of another.
    private boolean holdsSomewhere(String text) {
        List<String> words = List.of(text.split("[\\s,，。.]+(?=\\s|$)|\\s+"));
        List<String> named = offered.alerts().values().stream()
                .flatMap(alert -> alert.entities().stream())
                .map(Entity::value)
                .filter(words::contains)
                .distinct()
                .toList();
        return offered.alerts().values().stream()
                .anyMatch(alert -> named.stream().allMatch(name -> holds(alert, name)));
    }

    /// A mark of another alert, which has neither this host nor this time.
    private Optional<Lie> wrongMark(Saying truth) {
        Alert own = offered.alerts().get(truth.marks().get("n"));
        if (own == null || !truth.slots().containsKey("host") || truth.marks().size() > 1) {
            return Optional.empty();
        }
        String host = String.valueOf(truth.slot("host").value());
        return offered.alerts().entrySet().stream()
                .filter(other -> !holds(other.getValue(), host))
                .findAny()
                .map(other -> new Lie(
                        "wrong mark", truth.marked(Map.of("n", other.getKey())).text()));
    }

    private Optional<Lie> value(Saying truth, String name) {
        Saying.Slot slot = truth.slot(name);
        if (slot.kind().equals("order") || slot.kind().equals("pair")) {
            List<String> pair = truth.slots().keySet().stream()
                    .filter(other -> truth.slot(other).kind().equals(slot.kind()))
                    .toList();
            Saying swapped = truth.with(pair.get(0), truth.slot(pair.get(1)).value())
                    .with(pair.get(1), truth.slot(pair.get(0)).value());
            // Hosts of two marks change places with their marks where the order is the lie.
            boolean marks = slot.kind().equals("order") && truth.marks().size() > 1;
            Saying told = marks
                    ? swapped.marked(Map.of(
                            "n", truth.marks().get("m"), "m", truth.marks().get("n")))
                    : swapped;
            return Optional.of(new Lie(slot.kind().equals("order") ? "swapped order" : "swapped hosts", told.text()));
        }
        return wrong(truth, slot)
                .map(value -> new Lie(slot.kind(), truth.with(name, value).text()))
                .filter(lie -> !lie.text().equals(truth.text()));
    }

    private Optional<Object> wrong(Saying truth, Saying.Slot slot) {
        Alert alert = offered.alerts().get(truth.marks().get("n"));
        return switch (slot.kind()) {
            case "id" -> Optional.of(invented(String.valueOf(slot.value())));
            case "host", "user", "ip" -> other(alert, slot.kind());
            case "time" ->
                Optional.of(((Instant) slot.value())
                        .plusSeconds(
                                60L * (random.nextBoolean() ? 7 + random.nextInt(300) : -7 - random.nextInt(300))));
            case "date" -> Optional.of(((Instant) slot.value()).plusSeconds(86_400L * (11 + random.nextInt(5))));
            case "count" -> Optional.of((Long) slot.value() + 1 + random.nextInt(9));
            case "confidence" ->
                Optional.of(
                        (Double) slot.value() > .5
                                ? (Double) slot.value() - .11 - random.nextInt(30) / 100.0
                                : (Double) slot.value() + .13);
            case "verdict" -> pick(VERDICTS, slot.value());
            case "severity" -> pick(SEVERITIES, slot.value());
            case "outcome" -> Optional.of(!(Boolean) slot.value());
            case "technique" ->
                pick(List.of("T1486", "T1566.001", "T1048.003", "T1021.002"), slot.value())
                        .filter(id -> !known(truth, (String) id));
            case "quote" -> Optional.of(slot.value() + " everywhere");
            default -> Optional.empty();
        };
    }

    private Optional<Object> pick(List<String> values, Object not) {
        List<String> others =
                values.stream().filter(value -> !value.equals(not)).toList();
        return Optional.of(others.get(random.nextInt(others.size())));
    }

    private String invented(String id) {
        int at = id.length() - 1 - random.nextInt(Math.min(6, id.length() - 1));
        char was = id.charAt(at);
        char now = was == 'a' ? 'b' : was == '7' ? '3' : Character.isDigit(was) ? '7' : 'a';
        return id.substring(0, at) + now + id.substring(at + 1);
    }

    /// What another alert has and this one does not, else an invention.
    private Optional<Object> other(@Nullable Alert alert, String kind) {
        List<String> values = new ArrayList<>();
        Predicate<String> foreign = value -> alert == null || !holds(alert, value);
        offered.alerts()
                .values()
                .forEach(one -> Truths.value(one, kind).filter(foreign).ifPresent(values::add));
        if (values.isEmpty() || random.nextInt(3) == 0) {
            values.clear();
            values.add(
                    switch (kind) {
                        case "host" -> "srv-" + (100 + random.nextInt(900));
                        case "user" -> "mallory" + random.nextInt(10);
                        default -> "198.51." + random.nextInt(200) + "." + (1 + random.nextInt(200));
                    });
        }
        return Optional.of(values.get(random.nextInt(values.size())));
    }

    /// Whether the sentence would be true of this technique, too.
    private boolean known(Saying truth, String technique) {
        Integer n = truth.marks().get("n");
        Alert alert = offered.alerts().get(n);
        CaseDocument document = offered.cases().get(n);
        return (alert != null && holds(alert, technique))
                || (document != null
                        && document.steps().stream()
                                .anyMatch(step -> step.technique().equals(technique) && says(truth, step)));
    }

    private static boolean says(Saying truth, StepDocument step) {
        Saying.Slot outcome = truth.slots().get("outcome");
        Saying.Slot time = truth.slots().get("time");
        boolean succeeded = step.outcome().equals(Outcome.SUCCEEDED.wireName());
        boolean known = !step.outcome().equals(Outcome.UNKNOWN.wireName());
        return (outcome == null || (known && outcome.value().equals(succeeded)))
                && (time == null
                        || time.shown().apply(time.value()).equals(time.shown().apply(step.firstSeen())));
    }

    private static boolean holds(Alert alert, String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return (alert.title() + alert.message() + alert.raw() + alert.entities() + alert.techniques() + alert.details())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
