package dev.analystcopilot.triage.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/// A mapping of a scenario file, read strictly: what is missing, misspelt or of the wrong kind is told with its place.
///
/// @param path of the mapping within the scenario; empty for the scenario itself
record ScenarioFields(String file, String scenario, String path, JsonNode node) {
    InvalidScenarioException wrong(String field, String problem, String remedy) {
        return new InvalidScenarioException(file, scenario, at(field), problem, remedy);
    }

    /// @throws InvalidScenarioException if there is a field of another name
    void only(String... names) {
        if (!node.isObject()) {
            throw wrong("", "is no mapping", "Write fields such as '" + names[0] + ": …'");
        }
        for (String name : node.propertyNames()) {
            if (!Arrays.asList(names).contains(name)) {
                throw wrong(name, "is unknown", "Known here: " + String.join(", ", names));
            }
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field, String remedy) {
        return optionalText(field).orElseThrow(() -> wrong(field, "is missing or empty", remedy));
    }

    Optional<String> optionalText(String field) {
        JsonNode value = node.path(field);
        if (value.isContainer()) {
            throw wrong(field, "is no text", "Write one line of text, in quotes where it holds : or #");
        }
        return Optional.of(value.asString("").strip()).filter(text -> !text.isEmpty());
    }

    double share(String field, Optional<Double> otherwise, String remedy) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() && otherwise.isPresent()) {
            return otherwise.orElseThrow();
        }
        double number = value.isNumber() ? value.doubleValue() : 0;
        if (!(number > 0 && number <= 1)) {
            throw wrong(field, "must be a number above 0, to 1, not '" + value.asString("") + "'", remedy);
        }
        return number;
    }

    boolean flag(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(field, "must be true or false", "Write '" + field + ": true' or leave it out");
        }
        return value.asBoolean(false);
    }

    /// One word or a list of words, all of a shape.
    Set<String> words(String field, Pattern shape, String example) {
        JsonNode value = node.path(field);
        var words = new TreeSet<String>();
        for (JsonNode word : value.isArray() ? value : List.of(value)) {
            String text = word.asString("").strip();
            if (!word.isMissingNode()) {
                if (!shape.matcher(text).matches()) {
                    throw wrong(field, "'" + text + "' has not the right shape", "Write for example " + example);
                }
                words.add(text);
            }
        }
        return words;
    }

    Optional<Pattern> pattern(String field) {
        return optionalText(field).map(regex -> {
            try {
                return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            } catch (PatternSyntaxException e) {
                throw wrong(
                        field,
                        "is no regular expression: " + e.getDescription(),
                        "Put a backslash before ( ) [ ] { } . * + ? where they stand for themselves");
            }
        });
    }

    <E extends Enum<E>> Optional<E> name(String field, Class<E> type) {
        return optionalText(field).map(text -> name(field, text, type));
    }

    <E extends Enum<E>> E name(String field, String text, Class<E> type) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(text)) {
            throw wrong(field, "'" + text + "' is unknown", "Write one of " + String.join(", ", known));
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    Map<Measure, Integer> sizes(String field) {
        Map<Measure, Integer> sizes = new EnumMap<>(Measure.class);
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong(field, "is no mapping", "Write for example '" + field + ": {alerts: 20}'");
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!entry.getValue().isInt() || entry.getValue().intValue() < 1) {
                throw wrong(field, entry.getKey() + " must be a whole number from 1", "Write for example alerts: 20");
            }
            sizes.put(
                    name(field, entry.getKey(), Measure.class), entry.getValue().intValue());
        }
        return sizes;
    }

    Optional<ScenarioFields> mapping(String field) {
        return has(field)
                ? Optional.of(new ScenarioFields(file, scenario, at(field), node.path(field)))
                : Optional.empty();
    }

    <T> List<T> list(String field, Function<ScenarioFields, T> read) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isArray()) {
            throw wrong(field, "is no list", "Begin each of its entries with '- '");
        }
        var list = new ArrayList<T>();
        for (JsonNode entry : value) {
            list.add(read.apply(new ScenarioFields(file, scenario, at(field) + "[" + (list.size() + 1) + "]", entry)));
        }
        return list;
    }

    private String at(String field) {
        return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
    }
}
