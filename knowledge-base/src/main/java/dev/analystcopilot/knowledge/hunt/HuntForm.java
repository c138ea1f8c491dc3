package dev.analystcopilot.knowledge.hunt;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A hunt as interfaces spell it: anything may stand in it until it is [#checked].
///
/// @param from such as `2022-01-24T03:57:00Z`
public record HuntForm(
        @Nullable List<Clause> where,
        @Nullable String from,
        @Nullable String to,
        @Nullable String groupBy,
        @Nullable Integer limit,
        @Nullable Integer offset) {

    /// @param value a text or a number; a list of them for `in` and `contains`
    public record Clause(
            @Nullable String field,
            @Nullable String op,
            @Nullable Object value) {}

    public static HuntForm of(HuntQuery query) {
        return new HuntForm(
                query.where().stream()
                        .map(condition -> new Clause(
                                condition.field().wireName(),
                                condition.op().wireName(),
                                condition.op() == HuntOp.IN
                                                || condition.values().size() > 1
                                        ? condition.values()
                                        : condition.value()))
                        .toList(),
                query.from().map(Instant::toString).orElse(null),
                query.to().map(Instant::toString).orElse(null),
                query.groupBy().map(HuntField::wireName).orElse(null),
                query.limit(),
                query.offset() == 0 ? null : query.offset());
    }

    /// @throws IllegalArgumentException saying what would be right
    public HuntQuery checked() {
        return new HuntQuery(
                where == null
                        ? List.of()
                        : where.stream().map(HuntForm::checked).toList(),
                time("from", from),
                time("to", to),
                text(groupBy).map(HuntField::ofWireName),
                limit == null ? HuntQuery.DEFAULT_LIMIT : limit,
                offset == null ? 0 : offset);
    }

    private static HuntCondition checked(@Nullable Clause clause) {
        if (clause == null) {
            throw new IllegalArgumentException("where is a list of {field, op, value}");
        }
        String field =
                text(clause.field).orElseThrow(() -> new IllegalArgumentException("each condition names its field"));
        List<String> values = values(clause.value);
        HuntOp op = text(clause.op).map(HuntOp::ofWireName).orElse(values.size() > 1 ? HuntOp.IN : HuntOp.IS);
        return new HuntCondition(HuntField.ofWireName(field), op, values);
    }

    private static List<String> values(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream().filter(Objects::nonNull).map(HuntForm::scalar).toList();
            case Object one -> List.of(scalar(one));
        };
    }

    private static String scalar(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new IllegalArgumentException("a value is a text, a number or a list of them");
        };
    }

    private static Optional<Instant> time(String name, @Nullable String value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2022-01-24T03:57:00Z");
        }
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
