package dev.analystcopilot.knowledge.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the language promises: each way to ask for a value, and each form of a condition.
class LanguageTest {

    @ParameterizedTest(name = "{0}: {1} in {2} → {3}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            f                   | 'abc'                 | "ABC"                         | true
            f                   | 'abc'                 | "abcd"                        | false
            f                   | 'a*d'                 | "abcd"                        | true
            f                   | 'a?c'                 | "abc"                         | true
            f                   | 'a?c'                 | "ac"                          | false
            f                   | 'a\\*c'               | "a*c"                         | true
            f                   | 'a\\*c'               | "abc"                         | false
            f                   | 'a\\\\*'              | "a\\\\bc"                     | true
            f                   | 'C:\\x'               | "c:\\\\x"                     | true
            f                   | ''                    | ""                            | true
            f                   | ''                    | "a"                           | false
            f                   | 5                     | 5                             | true
            f                   | 5                     | "5"                           | true
            f                   | 5                     | "0x5"                         | true
            f                   | 5                     | "55"                          | false
            f                   | true                  | true                          | true
            f                   | null                  | null                          | true
            f                   | null                  | "a"                           | false
            f                   | [a, b]                | "b"                           | true
            f                   | a                     | ["x", "a"]                    | true
            f!contains          | 'b*d'                 | "abcde"                       | true
            f!contains          | bd                    | "abcde"                       | false
            f!startswith        | AB                    | "abcde"                       | true
            f!startswith        | b                     | "abcde"                       | false
            f!endswith          | DE                    | "abcde"                       | true
            f!endswith          | d                     | "abcde"                       | false
            f!contains!all      | [a, c]                | "abc"                         | true
            f!contains!all      | [a, x]                | "abc"                         | false
            f!contains!cased    | B                     | "abc"                         | false
            f!contains!cased    | b                     | "abc"                         | true
            f!re                | 'b+c$'                | "abbc"                        | true
            f!re                | 'B+c$'                | "abbc"                        | false
            f!re!i              | 'B+c$'                | "abbc"                        | true
            f!re!m              | '^b$'                 | "a\\nb"                       | true
            f!re                | 'a.b'                 | "a\\nb"                       | false
            f!re!s              | 'a.b'                 | "a\\nb"                       | true
            f!cidr              | 10.0.0.0/8            | "10.9.8.7"                    | true
            f!cidr              | 10.0.0.0/8            | "11.9.8.7"                    | false
            f!cidr              | 'fe80::/10'           | "fe80::1"                     | true
            f!cidr              | 10.0.0.0/8            | "fe80::1"                     | false
            f!base64            | foo                   | "Zm9v"                        | true
            f!base64offset!contains | hello             | "eHhoZWxsbyE="                | true
            f!base64offset!contains | hello             | "aGVsbG8h"                    | true
            f!base64offset!contains | hello             | "eGhlbGxv"                    | true
            f!base64offset!contains | hello             | "aGVscA=="                    | false
            f!wide!base64offset!contains | hi           | "aABpAA=="                    | true
            f!utf16be!base64    | hi                    | "AGgAaQ=="                    | true
            f!contains!windash  | ' -x'                 | "a /x"                        | true
            f!contains!windash  | ' -x'                 | "a –x"                        | true
            f!contains!windash  | ' -x-y'               | "a /x/y"                      | false
            f!exists            | true                  | "a"                           | true
            f!exists            | false                 | "a"                           | false
            other!exists        | false                 | "a"                           | true
            f!gt                | 4                     | "5"                           | true
            f!gte               | 5                     | 5                             | true
            f!lt                | 5                     | 5                             | false
            f!lte               | 5                     | 5                             | true
            f!lt                | 5                     | "no number"                   | false
            f!neq               | a                     | "b"                           | true
            f!neq               | a                     | "A"                           | false
            f!fieldref          | same                  | "kept"                        | true
            f!fieldref          | same                  | "lost"                        | false
            f!fieldref!startswith | same                | "kept here"                   | true
            f!expand            | '%admins%'            | "root"                        | false
            """)
    void asks(String field, String value, String found, boolean expected) {
        String detection = "s:\n        " + field.replace('!', '|') + ": " + value + "\n    condition: s";

        assertThat(matches(detection, "{\"f\": " + found + ", \"same\": \"kept\"}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a1                              | 1     | true
            not a1                          | 1     | false
            a1 and a2                       | 1     | false
            a1 and a2                       | 1 2   | true
            a1 or a2                        | 2     | true
            A1 AND NOT a2                   |       | unknown
            a1 AND NOT a2                   | 1     | true
            a1 or a2 and b                  | 1     | true
            (a1 or a2) and b                | 1     | false
            not (a1 or a2)                  | 3     | true
            1 of a*                         | 2     | true
            1 of a*                         | 3     | false
            all of a*                       | 1     | false
            all of a*                       | 1 2   | true
            2 of them                       | 1 3   | true
            2 of them                       | 3     | false
            any of them                     | 3     | true
            all of them                     | 1 2 3 | true
            1 of them                       | 4     | false
            not 1 of a* and b               | 3     | true
            a1 and not all of a*            | 1     | true
            1 of c*                         | 1     | unknown
            a1 and                          | 1     | unknown
            (a1 or a2                       | 1     | unknown
            a1 a2                           | 1     | unknown
            """)
    void combines(String condition, String words, String expected) {
        String detection = """
                a1: {f|contains: '1'}
                    a2: {f|contains: '2'}
                    b: {f|contains: '3'}
                    _hidden: {f|contains: '4'}
                    condition: '%s'""".formatted(condition);
        RuleSet rules = rule(detection);

        assertThat(
                        rules.unusable().isEmpty()
                                ? String.valueOf(matches(rules, "{\"f\": \"%s\"}".formatted(words)))
                                : "unknown")
                .isEqualTo(expected);
    }

    @Test
    void aListOfMapsAsksForOneOfThem() {
        String detection = """
                s:
                        - {f: a, g: b}
                        - {f: c}
                    condition: s""";

        assertThat(List.of(
                        matches(detection, "{\"f\": \"a\"}"),
                        matches(detection, "{\"f\": \"a\", \"g\": \"b\"}"),
                        matches(detection, "{\"f\": \"c\"}")))
                .containsExactly(false, true, true);
    }

    @Test
    void aListOfWordsIsLookedForAnywhere() {
        String detection = "s: [evil, 'b?d']\n    condition: s";

        assertThat(List.of(
                        matches(detection, "{\"x\": \"an EVIL thing\"}"),
                        matches(detection, "{\"x\": {\"y\": \"bad\"}}"),
                        matches(detection, "{\"x\": \"good\"}")))
                .containsExactly(true, true, false);
    }

    @Test
    void wordsMayAllBeAskedFor() {
        String detection = "s:\n        '|all': [one, two]\n    condition: s";

        assertThat(List.of(
                        matches(detection, "{\"x\": \"one\", \"y\": \"two\"}"), matches(detection, "{\"x\": \"one\"}")))
                .containsExactly(true, false);
    }

    @Test
    void severalConditionsAreAlternatives() {
        assertThat(matches("a: {f: '1'}\n    b: {f: '2'}\n    condition: [a, b]", "{\"f\": \"2\"}"))
                .isTrue();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        RuleSet rules = RuleSet.compile(Map.of(
                "broken.yml", "title: [",
                "modifier.yml", yaml("s: {f|sounds: like}\n    condition: s"),
                "regex.yml", yaml("s: {f|re: '(?=x)'}\n    condition: s"),
                "count.yml", yaml("s: {f: a}\n    condition: s | count() > 5"),
                "many.yml", "title: x\ncorrelation: {type: event_count}"));

        assertThat(rules.unusable().stream().map(rule -> rule.name()))
                .containsExactlyInAnyOrder("broken.yml", "modifier.yml", "regex.yml", "count.yml", "many.yml");
    }

    @Test
    void aHostileExpressionTakesNoTime() {
        String event = "{\"f\": \"" + "a".repeat(50_000) + "\"}";

        assertThat(matches("s: {f|re: '^(a+)+$|(a|aa)*b'}\n    condition: s", event))
                .isTrue();
    }

    private static boolean matches(String detection, String event) {
        return matches(rule(detection), event);
    }

    private static boolean matches(RuleSet rules, String event) {
        return SampleEvents.match(rules, event).stream().anyMatch(match -> match.matched());
    }

    private static RuleSet rule(String detection) {
        return RuleSet.compile(Map.of("rule", yaml(detection)));
    }

    private static String yaml(String detection) {
        return "title: t\nid: i\nlogsource: {}\ndetection:\n    " + detection + "\n";
    }
}
