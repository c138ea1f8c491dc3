package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// One condition as a fixed piece of a statement. `#` in a piece stands for the condition's number, which makes the
/// names
/// of its values unique.
final class HuntClause {
    private static final List<String> TYPES =
            List.of("host", "user", "process", "ip", "domain", "url", "file", "hash", "mailbox");

    // From entities to alerts: the index on alert_entity serves it.
    private static final String ABOUT = /* language=SQL */ """
            a.id IN (SELECT e.alert_id FROM alert_entity e
                       WHERE e.tenant_id = :tenant AND e.entity_key = ANY(:v#))""";
    private static final String NOT_ABOUT = "NOT (a.entity_keys && CAST(:v# AS text[]))";
    private static final String NAMES_A_PART = /* language=SQL */ """
            EXISTS (SELECT FROM unnest(a.entity_keys) AS key
                       WHERE starts_with(key, :p#) AND substr(key, strpos(key, ':') + 1) ILIKE ANY(:v#))""";
    private static final String ANY_NAMES_A_PART = /* language=SQL */ """
            EXISTS (SELECT FROM unnest(a.entity_keys) AS key
                       WHERE substr(key, strpos(key, ':') + 1) ILIKE ANY(:v#))""";
    // A technique stands for its sub-techniques, too.
    private static final String TECHNIQUE = /* language=SQL */ """
            EXISTS (SELECT FROM unnest(a.techniques) AS technique
                       WHERE technique = ANY(:v#) OR split_part(technique, '.', 1) = ANY(:v#))""";
    private static final String TECHNIQUE_PART =
            "EXISTS (SELECT FROM unnest(a.techniques) AS technique WHERE technique ILIKE ANY(:v#))";
    private static final String TEXT =
            "a.title ILIKE ANY(:v#) OR a.rule ILIKE ANY(:v#) OR a.message ILIKE ANY(:v#) OR " + ANY_NAMES_A_PART;
    private static final String DETAIL = "a.details ->> :k#";

    private HuntClause() {}

    static String of(HuntCondition condition, int number, Map<String, Object> values) {
        String piece = switch (condition.field()) {
            case HuntField.Known known -> known(known.name(), condition, number, values);
            case HuntField.Detail detail -> detail(detail, condition, number, values);
        };
        return piece.replace("#", Integer.toString(number));
    }

    private static String known(Name name, HuntCondition condition, int number, Map<String, Object> values) {
        return switch (name) {
            case TITLE -> text("a.title", condition, number, values);
            case RULE -> text("a.rule", condition, number, values);
            case SOURCE -> text("a.source", condition, number, values);
            case OUTCOME -> word("a.outcome", condition, number, values);
            case STATUS -> word("a.status", condition, number, values);
            case SEVERITY -> severity(condition, number, values);
            case DISPOSITION -> triaged("t.verdict", condition, number, values);
            case CASE -> triaged("t.case_id", condition, number, values);
            case TECHNIQUE -> technique(condition, number, values);
            case HOST, USER, IP, DOMAIN, HASH, PROCESS, FILE, URL, MAILBOX, ENTITY ->
                thing(name, condition, number, values);
            case TEXT -> part(TEXT, condition, number, values);
            case RAW -> part("a.raw ILIKE ANY(:v#)", condition, number, values);
            case DAY, HOUR -> throw new IllegalArgumentException(name.wireName() + " is for groupBy only");
        };
    }

    private static String text(String column, HuntCondition condition, int number, Map<String, Object> values) {
        if (condition.op() == HuntOp.CONTAINS) {
            return part(column + " ILIKE ANY(:v#)", condition, number, values);
        }
        values.put("v" + number, folded(condition));
        return "lower(" + column + ")" + among(condition);
    }

    private static String word(String column, HuntCondition condition, int number, Map<String, Object> values) {
        values.put(
                "v" + number,
                condition.values().stream()
                        .map(value -> value.toUpperCase(Locale.ROOT))
                        .toArray(String[]::new));
        return column + among(condition);
    }

    private static String severity(HuntCondition condition, int number, Map<String, Object> values) {
        values.put(
                "v" + number,
                condition.values().stream()
                        .map(value ->
                                Severity.valueOf(value.toUpperCase(Locale.ROOT)).ocsfId())
                        .toArray(Integer[]::new));
        return switch (condition.op()) {
            case AT_LEAST -> "a.severity >= ALL(:v#)";
            case AT_MOST -> "a.severity <= ALL(:v#)";
            case IS, IN, IS_NOT, CONTAINS -> "a.severity" + among(condition);
        };
    }

    /// What triage has not seen is none of the values.
    private static String triaged(String column, HuntCondition condition, int number, Map<String, Object> values) {
        if (condition.op() == HuntOp.CONTAINS) {
            return part(column + " ILIKE ANY(:v#)", condition, number, values);
        }
        values.put("v" + number, condition.values().toArray(String[]::new));
        return condition.op() == HuntOp.IS_NOT
                ? column + " IS NULL OR " + column + " <> ALL(:v#)"
                : column + " = ANY(:v#)";
    }

    private static String technique(HuntCondition condition, int number, Map<String, Object> values) {
        if (condition.op() == HuntOp.CONTAINS) {
            return part(TECHNIQUE_PART, condition, number, values);
        }
        values.put("v" + number, condition.values().toArray(String[]::new));
        return condition.op() == HuntOp.IS_NOT ? "NOT " + TECHNIQUE : TECHNIQUE;
    }

    private static String thing(Name name, HuntCondition condition, int number, Map<String, Object> values) {
        if (condition.op() == HuntOp.CONTAINS) {
            if (name == Name.ENTITY) {
                return part(ANY_NAMES_A_PART, condition, number, values);
            }
            values.put("p" + number, name.wireName() + ":");
            return part(NAMES_A_PART, condition, number, values);
        }
        values.put(
                "v" + number,
                condition.values().stream()
                        .flatMap(value -> keys(name, value))
                        .distinct()
                        .toArray(String[]::new));
        return condition.op() == HuntOp.IS_NOT ? NOT_ABOUT : ABOUT;
    }

    private static Stream<String> keys(Name name, String value) {
        if (name != Name.ENTITY) {
            return Stream.of(Entity.of(name.wireName(), value).key());
        }
        int colon = value.indexOf(':');
        boolean typed = colon > 0 && TYPES.contains(value.substring(0, colon)) && colon < value.length() - 1;
        return typed
                ? Stream.of(Entity.ofKey(value).key())
                : TYPES.stream().map(type -> Entity.of(type, value).key());
    }

    private static String detail(
            HuntField.Detail detail, HuntCondition condition, int number, Map<String, Object> values) {
        values.put("k" + number, detail.key());
        return switch (condition.op()) {
            case CONTAINS -> part(DETAIL + " ILIKE ANY(:v#)", condition, number, values);
            case AT_LEAST, AT_MOST -> {
                values.put("v" + number, new BigDecimal(condition.value()));
                yield number(condition.op() == HuntOp.AT_LEAST ? ">=" : "<=");
            }
            case IS, IN -> {
                values.put("v" + number, folded(condition));
                yield "lower(" + DETAIL + ") = ANY(:v#)";
            }
            case IS_NOT -> {
                values.put("v" + number, folded(condition));
                yield "coalesce(lower(" + DETAIL + ") <> ALL(:v#), true)";
            }
        };
    }

    /// What is no number does not compare, and does not fail either.
    private static String number(String sign) {
        return /* language=SQL */ """
            coalesce(CASE WHEN a.details ->> :k# ~ '^-?[0-9]{1,15}([.][0-9]{1,6})?$'
                            THEN CAST(a.details ->> :k# AS numeric) %s :v# END, false)""".formatted(sign);
    }

    private static String[] folded(HuntCondition condition) {
        return condition.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static String among(HuntCondition condition) {
        return condition.op() == HuntOp.IS_NOT ? " <> ALL(:v#)" : " = ANY(:v#)";
    }

    /// Any of the words anywhere, taken literally.
    private static String part(String piece, HuntCondition condition, int number, Map<String, Object> values) {
        values.put(
                "v" + number,
                condition.values().stream().map(HuntClause::pattern).toArray(String[]::new));
        return piece;
    }

    private static String pattern(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
