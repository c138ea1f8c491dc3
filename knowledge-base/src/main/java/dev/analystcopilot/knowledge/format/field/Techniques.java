package dev.analystcopilot.knowledge.format.field;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds ATT&CK technique ids.
public final class Techniques {
    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9])T[0-9]{4}(?:\\.[0-9]{3})?(?![0-9])");

    private Techniques() {}

    /// The technique ids in a text, in their order.
    public static List<String> in(String text) {
        return text.indexOf('T') < 0
                ? List.of()
                : ID.matcher(text).results().map(MatchResult::group).toList();
    }
}
