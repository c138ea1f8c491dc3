package dev.analystcopilot.knowledge.sigma.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Sigma rules from YAML, after the specification 2.1 of the Sigma project.
public final class RuleReader {
    /// What stands where authors know of no harmless event.
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("\\s*(?:unknown|unlikely|none|n/?a|-)?\\s*\\.?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t\\d{4}(\\.\\d{3})?)");
    private static final int LONGEST = 1_000_000;

    private RuleReader() {}

    /// All documents of a file or text; what cannot be used is named, and the rest goes on.
    ///
    /// @param name how messages name it, such as its path
    public static List<ReadRule> read(String name, String yaml) {
        List<ReadRule> read = new ArrayList<>();
        try {
            // A number such as 0x1000 or 0755 stays a text: what counts is how the rule spells it. The buffer holds it
            // all,
            // since the library (3.0.1) fails where a buffer ends within a character of two halves.
            var load = new Load(LoadSettings.builder()
                    .setLabel(name)
                    .setCodePointLimit(LONGEST)
                    .setBufferSize(yaml.length() + 16)
                    .build());
            for (Object document : load.loadAllFromString(yaml)) {
                read.add(document(name, document));
            }
        } catch (YamlEngineException e) {
            read.add(new ReadRule.Unusable(name, "not valid YAML: " + e.getMessage()));
        }
        return List.copyOf(read);
    }

    private static ReadRule document(String name, @Nullable Object document) {
        if (!(document instanceof Map<?, ?> rule)) {
            return new ReadRule.Unusable(name, "no YAML map");
        }
        if (rule.containsKey("correlation")) {
            return new ReadRule.Unusable(name, "a correlation over many events: only single events are matched");
        }
        if (rule.containsKey("filter") && !rule.containsKey("detection")) {
            return new ReadRule.Unusable(name, "a filter of other rules");
        }
        try {
            return new ReadRule.Ready(rule(rule));
        } catch (RuleSyntaxException e) {
            return new ReadRule.Unusable(name, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static SigmaRule rule(Map<?, ?> rule) {
        if (!(rule.get("detection") instanceof Map<?, ?> detection)) {
            throw new RuleSyntaxException("it has no detection");
        }
        List<String> techniques = texts(rule.get("tags")).stream()
                .map(tag -> TECHNIQUE.matcher(tag.toLowerCase(Locale.ROOT)))
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        String title = text(rule, "title").orElseThrow(() -> new RuleSyntaxException("it has no title"));
        return new SigmaRule(
                text(rule, "id").orElse(title),
                title,
                text(rule, "description").orElse(""),
                text(rule, "level").orElse("medium"),
                techniques,
                texts(rule.get("falsepositives")).stream()
                        .filter(text -> !SAYS_NOTHING.matcher(text).matches())
                        .toList(),
                rule.get("logsource") instanceof Map<?, ?> source
                        ? new LogSource(text(source, "product"), text(source, "category"), text(source, "service"))
                        : new LogSource(Optional.empty(), Optional.empty(), Optional.empty()),
                detection(detection));
    }

    private static Expression detection(Map<?, ?> detection) {
        Map<String, Expression> parts = new LinkedHashMap<>();
        detection.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!name.equals("condition") && !name.equals("timeframe")) {
                parts.put(name, new Expression.Named(name, part(value)));
            }
        });
        List<String> conditions = texts(detection.get("condition"));
        if (conditions.isEmpty()) {
            throw new RuleSyntaxException("its detection has no condition");
        }
        return Expression.anyOf(conditions.stream()
                .map(condition -> ConditionReader.read(condition, parts))
                .toList());
    }

    /// A map asks for all its fields, a list for one of its members, a single value stands anywhere in the event.
    private static Expression part(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                Expression.allOf(map.entrySet().stream()
                        .map(entry -> FieldReader.read(String.valueOf(entry.getKey()), entry.getValue()))
                        .toList());
            case List<?> list ->
                Expression.anyOf(list.stream().map(RuleReader::part).toList());
            case null -> throw new RuleSyntaxException("a part of the detection is empty");
            default -> FieldReader.read("|contains", value);
        };
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString).map(String::strip);
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream()
                        .filter(java.util.Objects::nonNull)
                        .map(Object::toString)
                        .toList();
            default -> List.of(value.toString());
        };
    }
}
