package dev.analystcopilot.triage.sign;

import java.util.ArrayList;
import java.util.List;

/// What a text must contain for a regular expression to have a chance: of these literals one. Searching for literals
/// costs nanoseconds, so that the expression itself is hardly ever run. Reads the plain subset of the syntax that
/// `signs.yaml` uses: alternatives, groups, classes, bounded repeats.
final class Literals {
    private static final int LEAST = 2;

    private final String regex;
    private int at;
    /// Whether the last element had a quantifier.
    private boolean isQuantified;

    private Literals(String regex) {
        this.regex = regex;
    }

    /// Empty where no literal is certain.
    static List<String> required(String regex) {
        return new Literals(regex).alternatives();
    }

    /// Of each alternative its best; empty if one of them needs none.
    private List<String> alternatives() {
        var all = new ArrayList<String>();
        boolean open = false;
        while (true) {
            List<String> best = branch();
            open |= best.isEmpty();
            all.addAll(best);
            if (at >= regex.length() || regex.charAt(at) == ')') {
                break;
            }
            at++;
        }
        return open ? List.of() : all;
    }

    /// Reads to the next `|` or `)` of this level, which [#at] then points to.
    private List<String> branch() {
        List<String> best = List.of();
        var run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            List<String> group = List.of();
            boolean literal = false;
            switch (c) {
                case '(' -> {
                    if (regex.startsWith("?:", at)) {
                        at += 2;
                    }
                    group = alternatives();
                    at++;
                }
                case '[' -> skipClass();
                case '.', '^', '$' -> {}
                case '\\' -> {
                    c = regex.charAt(at++);
                    literal = !Character.isLetterOrDigit(c);
                }
                default -> literal = true;
            }
            int least = quantifier();
            if (literal && least > 0) {
                run.append(c);
            }
            if (!literal || least != 1 || isQuantified) {
                best = better(best, run.length() >= LEAST ? List.of(run.toString()) : List.of());
                run.setLength(0);
                if (least > 0) {
                    best = better(best, group);
                }
            }
        }
        return better(best, run.length() >= LEAST ? List.of(run.toString()) : List.of());
    }

    /// How often at least the last element comes; reads over the quantifier.
    private int quantifier() {
        isQuantified = false;
        if (at >= regex.length()) {
            return 1;
        }
        char c = regex.charAt(at);
        if (c == '?' || c == '*' || c == '+') {
            isQuantified = true;
            at++;
            return c == '+' ? 1 : 0;
        }
        if (c == '{' && at + 1 < regex.length() && Character.isDigit(regex.charAt(at + 1))) {
            isQuantified = true;
            boolean none = regex.charAt(at + 1) == '0';
            at = regex.indexOf('}', at) + 1;
            return none ? 0 : 1;
        }
        return 1;
    }

    private void skipClass() {
        at++;
        while (regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /// The set whose shortest literal is longer.
    private static List<String> better(List<String> a, List<String> b) {
        return shortest(b) > shortest(a) ? b : a;
    }

    private static int shortest(List<String> literals) {
        return literals.stream().mapToInt(String::length).min().orElse(0);
    }
}
