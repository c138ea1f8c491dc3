package dev.analystcopilot.knowledge.hunt;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One condition of a hunt.
///
/// @param values one; for `in` and `contains` up to [#MAX_VALUES], of which any will do
public record HuntCondition(HuntField field, HuntOp op, List<String> values) {
    public static final int MAX_VALUES = 100;
    private static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    public HuntCondition {
        requireNonNull(field, "field");
        requireNonNull(op, "op");
        values = values.stream()
                .map(String::strip)
                .map(value -> cleaned(field, value))
                .toList();
        if (values.isEmpty() || values.size() > MAX_VALUES || values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(field.wireName() + " needs a value, and at most " + MAX_VALUES);
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "a value of " + field.wireName() + " has at most " + LONGEST + " characters");
        }
        if (op != HuntOp.IN && op != HuntOp.CONTAINS && values.size() > 1) {
            throw new IllegalArgumentException(
                    field.wireName() + " " + op.wireName() + " takes one value; several go with 'in' or 'contains'");
        }
        switch (field) {
            case HuntField.Known known -> check(known.name(), op, values);
            case HuntField.Detail detail -> checkDetail(detail, op, values);
        }
    }

    public static HuntCondition of(Name field, HuntOp op, String... values) {
        return new HuntCondition(HuntField.of(field), op, List.of(values));
    }

    public String value() {
        return values.getFirst();
    }

    private static String cleaned(HuntField field, String value) {
        return switch (field) {
            case HuntField.Known known
            when known.name().words().isPresent() ->
                value.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            case HuntField.Known known when known.name() == Name.TECHNIQUE -> value.toUpperCase(Locale.ROOT);
            case HuntField.Known ignored -> value;
            case HuntField.Detail ignored -> value;
        };
    }

    private static void check(Name name, HuntOp op, List<String> values) {
        if (!name.canFilter()) {
            throw new IllegalArgumentException(
                    name.wireName() + " is for groupBy only; a span of time goes into from and to");
        }
        boolean order = op == HuntOp.AT_LEAST || op == HuntOp.AT_MOST;
        if (order && name != Name.SEVERITY) {
            throw new IllegalArgumentException("at_least and at_most work on severity and on details.<key>, not on "
                    + name.wireName() + "; a span of time goes into from and to");
        }
        if ((name == Name.TEXT || name == Name.RAW) && op != HuntOp.CONTAINS) {
            throw new IllegalArgumentException(name.wireName() + " is compared with 'contains' only");
        }
        name.words().ifPresent(allowed -> {
            if (op == HuntOp.CONTAINS) {
                throw new IllegalArgumentException(name.wireName() + " is compared with is, is_not or in");
            }
            values.stream()
                    .filter(value -> !allowed.contains(value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw new IllegalArgumentException(name.wireName() + " is one of " + String.join(", ", allowed)
                                + ", not '" + Shown.of(value) + "'");
                    });
        });
    }

    private static void checkDetail(HuntField.Detail detail, HuntOp op, List<String> values) {
        boolean order = op == HuntOp.AT_LEAST || op == HuntOp.AT_MOST;
        if (order && !NUMBER.matcher(values.getFirst()).matches()) {
            throw new IllegalArgumentException(detail.wireName() + " " + op.wireName() + " takes a number");
        }
    }
}
