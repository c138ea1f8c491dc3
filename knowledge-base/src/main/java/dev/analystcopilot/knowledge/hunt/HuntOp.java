package dev.analystcopilot.knowledge.hunt;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a field is compared with a value.
public enum HuntOp {
    IS,
    IS_NOT,
    /// One of several values is a part of it, in any case.
    CONTAINS,
    AT_LEAST,
    AT_MOST,
    /// Any of several values.
    IN;

    /// The spelling in interfaces.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException naming those that there are
    public static HuntOp ofWireName(String name) {
        return Arrays.stream(values())
                .filter(op -> op.wireName().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "op must be one of " + names() + ", not '" + Shown.of(name) + "'"));
    }

    private static String names() {
        return Arrays.stream(values()).map(HuntOp::wireName).collect(Collectors.joining(", "));
    }
}
