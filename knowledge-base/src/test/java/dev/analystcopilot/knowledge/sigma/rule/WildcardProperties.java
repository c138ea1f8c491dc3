package dev.analystcopilot.knowledge.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/// Wildcards against the plain recursive definition of them.
class WildcardProperties {

    @Property
    void agreeWithTheirDefinition(
            @ForAll @Chars({'*', '?', '\\', 'A'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 8)
                    String pattern,
            @ForAll @Chars({'*', '?', '\\', 'B'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 10)
                    String value) {
        var options = new WildcardPattern.Options(ValueTest.Part.WHOLE, false, false, true);

        assertThat(WildcardPattern.of(pattern, options).matches(FieldValue.of(value)))
                .isEqualTo(matches(pattern.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)));
    }

    @Property
    void somewhereIsARunOnBothSides(
            @ForAll @Chars({'?', '\\'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 5) String pattern,
            @ForAll @Chars('\\') @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String value) {
        var inside = new WildcardPattern.Options(ValueTest.Part.INSIDE, false, false, true);
        String open = "*" + pattern + (endsInOddBackslash(pattern) ? "\\*" : "*");

        assertThat(WildcardPattern.of(pattern, inside).matches(FieldValue.of(value)))
                .isEqualTo(matches(open, value));
    }

    /// A run after a lone backslash would be escaped by it.
    private static boolean endsInOddBackslash(String pattern) {
        int count = 0;
        while (count < pattern.length() && pattern.charAt(pattern.length() - 1 - count) == '\\') {
            count++;
        }
        return count % 2 == 1;
    }

    private static boolean matches(String pattern, String value) {
        if (pattern.isEmpty()) {
            return value.isEmpty();
        }
        char c = pattern.charAt(0);
        if (c == '*') {
            return matches(pattern.substring(1), value) || (!value.isEmpty() && matches(pattern, value.substring(1)));
        }
        boolean escaped = c == '\\' && pattern.length() > 1 && "*?\\".indexOf(pattern.charAt(1)) >= 0;
        char expected = escaped ? pattern.charAt(1) : c;
        return !value.isEmpty()
                && (c == '?' || value.charAt(0) == expected)
                && matches(pattern.substring(escaped ? 2 : 1), value.substring(1));
    }
}
