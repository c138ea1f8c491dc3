package dev.analystcopilot.knowledge.sigma.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as a rule or an event spells it.
public record NumberText(String text, BigDecimal value) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,30}");

    public NumberText {
        requireNonNull(value, "value");
    }

    /// Decimal or `0x…`; empty if it is no number.
    public static Optional<NumberText> read(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(new NumberText(text, new BigDecimal(text)));
        }
        return HEXADECIMAL.matcher(text).matches()
                ? Optional.of(new NumberText(text, new BigDecimal(new BigInteger(text.substring(2), 16))))
                : Optional.empty();
    }
}
