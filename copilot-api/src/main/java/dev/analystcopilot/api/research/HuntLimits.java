package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A hunt's conditions, as the narrator puts them into words.
///
/// @param about names of things
/// @param others what else an alert has to be, in wire names, such as `severity:high`
record HuntLimits(List<String> about, List<String> others) {
    private static final Set<Name> THINGS = Set.of(
            Name.HOST,
            Name.USER,
            Name.IP,
            Name.DOMAIN,
            Name.HASH,
            Name.PROCESS,
            Name.FILE,
            Name.URL,
            Name.MAILBOX,
            Name.ENTITY);

    /// @param names as they were asked for: they stand for the keys that they were looked up by
    static HuntLimits of(HuntQuery query, List<String> names) {
        List<String> about = new ArrayList<>(names);
        List<String> others = new ArrayList<>();
        for (HuntCondition condition : query.where()) {
            boolean thing = isThing(condition) && condition.op() != HuntOp.IS_NOT;
            if (!thing) {
                others.add(limit(condition));
            } else if (names.stream().noneMatch(name -> isAbout(condition, name))) {
                about.addAll(condition.values());
            }
        }
        if (query.from().isEmpty()) {
            query.to().ifPresent(to -> others.add("before:" + to));
        }
        return new HuntLimits(about.stream().distinct().toList(), others);
    }

    static boolean isThing(HuntCondition condition) {
        return condition.field() instanceof HuntField.Known known && THINGS.contains(known.name());
    }

    /// Whether a condition looks for a name, in whatever spelling.
    static boolean isAbout(HuntCondition condition, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return condition.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains(lower) || lower.contains(value));
    }

    private static String limit(HuntCondition condition) {
        String value = condition.value();
        if (condition.op() == HuntOp.CONTAINS) {
            return (condition.values().size() > 1 ? "like:" : "says:") + value;
        }
        Optional<Name> name =
                condition.field() instanceof HuntField.Known known ? Optional.of(known.name()) : Optional.empty();
        if (name.isPresent() && condition.op() == HuntOp.AT_LEAST && name.get() == Name.SEVERITY) {
            return "severity:" + value;
        }
        if (name.isPresent() && condition.op() == HuntOp.IS) {
            switch (name.get()) {
                case SEVERITY -> {
                    return "rated:" + value;
                }
                case DISPOSITION -> {
                    return "verdict:" + value;
                }
                case OUTCOME -> {
                    return "outcome:" + value;
                }
                default -> {
                    // told by its field's name
                }
            }
        }
        String sign = condition.op() == HuntOp.IS_NOT ? "not:" : "is:";
        return sign + condition.field().wireName() + "=" + String.join(", ", condition.values());
    }
}
