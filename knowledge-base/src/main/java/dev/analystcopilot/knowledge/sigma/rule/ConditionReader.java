package dev.analystcopilot.knowledge.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A condition over named parts: `and`, `or`, `not`, parentheses, `1 of name*`, `all of them`. `not` binds closest,
/// then
/// `and`.
final class ConditionReader {
    private static final Pattern WORD = Pattern.compile("[()|]|[^\\s()|]+");
    private static final int DEEPEST = 40;

    private final Map<String, Expression> parts;
    private final List<String> words;
    private int next;
    private int depth;

    private ConditionReader(String condition, Map<String, Expression> parts) {
        this.parts = parts;
        this.words =
                WORD.matcher(condition).results().map(result -> result.group()).toList();
    }

    /// @throws RuleSyntaxException with the word that it stumbles over
    static Expression read(String condition, Map<String, Expression> parts) {
        var reader = new ConditionReader(condition, parts);
        Expression expression = reader.alternatives();
        if (reader.next < reader.words.size()) {
            throw new RuleSyntaxException("condition goes on at '" + reader.words.get(reader.next) + "'"
                    + (reader.words.contains("|") ? ": aggregations are correlation rules now" : ""));
        }
        return expression;
    }

    private Expression alternatives() {
        List<Expression> found = new ArrayList<>(List.of(conjunction()));
        while (take("or")) {
            found.add(conjunction());
        }
        return Expression.anyOf(found);
    }

    private Expression conjunction() {
        List<Expression> found = new ArrayList<>(List.of(factor()));
        while (take("and")) {
            found.add(factor());
        }
        return Expression.allOf(found);
    }

    private Expression factor() {
        if (++depth > DEEPEST) {
            throw new RuleSyntaxException("condition is nested too deeply");
        }
        try {
            if (take("not")) {
                return new Expression.Not(factor());
            }
            if (take("(")) {
                Expression inner = alternatives();
                if (!take(")")) {
                    throw new RuleSyntaxException("condition lacks a closing parenthesis");
                }
                return inner;
            }
            return named(word());
        } finally {
            depth--;
        }
    }

    private Expression named(String word) {
        if (next < words.size() && words.get(next).equalsIgnoreCase("of") && !parts.containsKey(word)) {
            next++;
            return several(word.toLowerCase(Locale.ROOT), word());
        }
        Expression part = parts.get(word);
        if (part == null) {
            throw new RuleSyntaxException("condition names '" + word + "', which the detection does not have");
        }
        return part;
    }

    private Expression several(String count, String names) {
        List<Expression> chosen = parts.entrySet().stream()
                .filter(entry -> names.equals("them") ? !entry.getKey().startsWith("_") : fits(entry.getKey(), names))
                .map(Map.Entry::getValue)
                .toList();
        if (chosen.isEmpty()) {
            throw new RuleSyntaxException("condition names '" + names + "', which no part of the detection fits");
        }
        if (count.equals("all")) {
            return Expression.allOf(chosen);
        }
        Matcher number = Pattern.compile("\\d{1,4}").matcher(count);
        if (count.equals("any") || count.equals("1")) {
            return Expression.anyOf(chosen);
        }
        if (!number.matches()) {
            throw new RuleSyntaxException("condition asks for '" + count + " of', which is no number");
        }
        return new Expression.Some(Integer.parseInt(count), chosen);
    }

    private static boolean fits(String name, String names) {
        return name.matches("\\Q" + names.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }

    private boolean take(String expected) {
        if (next < words.size() && words.get(next).equalsIgnoreCase(expected) && !parts.containsKey(words.get(next))) {
            next++;
            return true;
        }
        return false;
    }

    private String word() {
        if (next == words.size()) {
            throw new RuleSyntaxException("condition ends too early");
        }
        return words.get(next++);
    }
}
