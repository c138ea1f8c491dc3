package dev.analystcopilot.api.tool.desk;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.reference.Given;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The arguments of a call. Whoever made them is a stranger: each is checked, and what is wrong is answered with what
/// would be right.
public record Arguments(Map<String, String> given) {
    private static final int LONGEST = 2_000;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?");
    private static final Pattern TYPED = Pattern.compile("^(?:host|user|process|ip|domain|url|file|hash|mailbox):");
    private static final Pattern BLANK_BETWEEN = Pattern.compile("(?<=\\d{4}-\\d{2}-\\d{2}) (?=\\d{2}:)");

    public Arguments {
        given = Map.copyOf(given);
    }

    /// Empty if it is absent or blank.
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> {
                    if (value.length() > LONGEST) {
                        throw new IllegalArgumentException(name + " has at most " + LONGEST + " characters");
                    }
                    return value;
                });
    }

    public String needed(String name, String whatItSays) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing: " + whatItSays));
    }

    public int whole(String name, int otherwise, int least, int most) {
        int value;
        try {
            value = text(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number", e);
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most);
        }
        return value;
    }

    /// UTC where no offset is given; a day alone is its first moment.
    public Optional<Instant> time(String name) {
        return text(name).map(value -> {
            String written = BLANK_BETWEEN.matcher(value).replaceFirst("T");
            try {
                if (DAY.matcher(written).matches()) {
                    return LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC);
                }
                return LOCAL.matcher(written).matches()
                        ? LocalDateTime.parse(written).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(written).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + " must be a time such as 2022-01-24T03:00:00Z", e);
            }
        });
    }

    /// `type:value`, such as `host:web-01`, or a value that says by its shape what it is.
    public Optional<Entity> entity(String name) {
        return text(name).map(value -> {
            try {
                return TYPED.matcher(value).find() ? Entity.ofKey(value) : Given.entity(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        name + " must be type:value, such as host:web-01, ip:192.0.2.7 or user:alice; the types are"
                                + " host, user, ip, domain, url, file, hash, process and mailbox",
                        e);
            }
        });
    }

    public Entity neededEntity(String name) {
        return entity(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing: type:value, such as host:web-01"));
    }
}
