package dev.analystcopilot.knowledge.sigma.match;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import dev.analystcopilot.knowledge.sigma.rule.NumberText;
import dev.analystcopilot.knowledge.sigma.rule.ValueTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One test of one field, or of all values.
///
/// @param field in small letters; empty for any value of the event
record Probe(String field, ValueTest test) {
    private static final FieldValue NOTHING = FieldValue.of("");

    Probe {
        requireNonNull(test, "test");
    }

    /// The value that passes; an empty one if what passes is that there is none; null if the test fails.
    @Nullable
    FieldValue passing(Event event) {
        List<FieldValue> values = field.isEmpty() ? event.values() : event.field(field);
        return switch (test) {
            case ValueTest.Missing _ ->
                values.stream().allMatch(value -> value.text().isEmpty()) ? NOTHING : null;
            case ValueTest.Exists exists -> exists.expected() == !values.isEmpty() ? NOTHING : null;
            case ValueTest.Placeholder _ -> null;
            case ValueTest.Text text -> {
                for (FieldValue value : values) {
                    if (text.pattern().matches(value)) {
                        yield value;
                    }
                }
                yield null;
            }
            case ValueTest.Regex regex ->
                first(values, value -> regex.pattern().matcher(value.text()).find());
            case ValueTest.Network network ->
                first(values, value -> network.cidr().contains(value.text()));
            case ValueTest.Equals equals -> first(values, value -> equal(equals.number(), value.text()));
            case ValueTest.Compare compare ->
                first(
                        values,
                        value -> NumberText.read(value.text())
                                .filter(number -> holds(compare, number))
                                .isPresent());
            case ValueTest.SameAs same ->
                first(
                        values,
                        value -> event.field(same.field()).stream()
                                .anyMatch(other -> stands(same.part(), value.folded(), other.folded())));
        };
    }

    private static @Nullable FieldValue first(
            List<FieldValue> values, java.util.function.Predicate<FieldValue> passes) {
        for (FieldValue value : values) {
            if (passes.test(value)) {
                return value;
            }
        }
        return null;
    }

    private static boolean equal(NumberText number, String text) {
        return number.text().equals(text)
                || NumberText.read(text)
                        .filter(other -> other.value().compareTo(number.value()) == 0)
                        .isPresent();
    }

    private static boolean holds(ValueTest.Compare compare, NumberText number) {
        int order = number.value().compareTo(compare.number().value());
        return switch (compare.order()) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static boolean stands(ValueTest.Part part, String value, String other) {
        return switch (part) {
            case WHOLE -> value.equals(other);
            case START -> value.startsWith(other);
            case END -> value.endsWith(other);
            case INSIDE -> value.contains(other);
        };
    }
}
