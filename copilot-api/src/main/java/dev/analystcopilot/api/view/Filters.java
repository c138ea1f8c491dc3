package dev.analystcopilot.api.view;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what stands in a query string, and says what would be right where it is wrong.
final class Filters {
    static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private Filters() {}

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    static Optional<Instant> time(String name, @Nullable String value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new ApiFailure.BadRequest(name + " must be a time such as 2022-01-24T03:57:00Z");
        }
    }

    static Optional<Verdict> verdict(@Nullable String value) {
        try {
            return text(value).map(Verdict::ofWireName);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest(
                    "disposition must be true_positive, benign, false_positive or insufficient_data");
        }
    }

    /// Several, each in a parameter of its own or separated by commas.
    static Set<Verdict> verdicts(@Nullable List<String> values) {
        return values == null
                ? Set.of()
                : values.stream().flatMap(value -> verdict(value).stream()).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Severity> severity(@Nullable String value) {
        try {
            return text(value).map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("severity must be informational, low, medium, high or critical");
        }
    }

    static List<String> entities(@Nullable List<String> keys) {
        try {
            return keys == null
                    ? List.of()
                    : keys.stream().map(key -> Entity.ofKey(key).key()).toList();
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("entity must be type:value, such as host:web-01");
        }
    }

    static int limit(@Nullable Integer value) {
        int limit = value == null ? DEFAULT_LIMIT : value;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ApiFailure.BadRequest("limit must be 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
