package dev.analystcopilot.knowledge.sigma.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.analystcopilot.knowledge.sigma.rule.ValueTest.Order;
import dev.analystcopilot.knowledge.sigma.rule.ValueTest.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A field with its modifiers and values, such as `CommandLine|contains|all`, as an expression.
final class FieldReader {
    private final String name;
    private final String key;
    private Part part = Part.WHOLE;
    private boolean all;
    private boolean negated;
    private boolean cased;
    private boolean anyDash;
    private boolean expand;
    private boolean escapes = true;
    private int flags;
    private Kind kind = Kind.TEXT;
    private @Nullable Order order;
    private final List<String> encodings = new ArrayList<>();

    private enum Kind {
        TEXT,
        REGEX,
        NETWORK,
        EXISTS,
        REFERENCE,
        ORDER
    }

    private FieldReader(String key) {
        this.key = key;
        String[] words = key.split("\\|", -1);
        this.name = words[0];
        for (int i = 1; i < words.length; i++) {
            modify(words[i]);
        }
    }

    /// @param key the field's name and modifiers; a name that is empty stands for the whole event
    /// @param values one value or a list of them
    /// @throws RuleSyntaxException if a modifier is not known or does not take such a value
    static Expression read(String key, @Nullable Object values) {
        return new FieldReader(key).expression(values instanceof List<?> list ? list : Arrays.asList(values));
    }

    private void modify(String modifier) {
        switch (modifier) {
            case "contains" -> part = Part.INSIDE;
            case "startswith" -> part = Part.START;
            case "endswith" -> part = Part.END;
            case "all" -> all = true;
            case "neq" -> negated = true;
            case "cased" -> cased = true;
            case "windash" -> anyDash = true;
            case "expand" -> expand = true;
            case "re" -> kind = Kind.REGEX;
            case "i" -> flags |= Pattern.CASE_INSENSITIVE;
            case "m" -> flags |= Pattern.MULTILINE;
            case "s" -> flags |= Pattern.DOTALL;
            case "cidr" -> kind = Kind.NETWORK;
            case "exists" -> kind = Kind.EXISTS;
            case "fieldref" -> kind = Kind.REFERENCE;
            case "lt" -> order(Order.LESS);
            case "lte" -> order(Order.AT_MOST);
            case "gt" -> order(Order.GREATER);
            case "gte" -> order(Order.AT_LEAST);
            case "base64", "base64offset", "wide", "utf16le", "utf16be", "utf16" -> {
                encodings.add(modifier);
                escapes = false;
            }
            default -> throw new RuleSyntaxException("modifier " + modifier + " of " + key + " is not known");
        }
    }

    private void order(Order wanted) {
        kind = Kind.ORDER;
        order = wanted;
    }

    private Expression expression(List<?> values) {
        List<Expression> parts = new ArrayList<>();
        for (Object value : values) {
            List<Expression> spellings = tests(value).stream()
                    .<Expression>map(
                            test -> name.isEmpty() ? new Expression.Keyword(test) : new Expression.Field(name, test))
                    .toList();
            parts.add(Expression.anyOf(spellings));
        }
        Expression found = all ? Expression.allOf(parts) : Expression.anyOf(parts);
        return negated ? new Expression.Not(found) : found;
    }

    private List<ValueTest> tests(@Nullable Object value) {
        if (value == null) {
            return List.of(new ValueTest.Missing());
        }
        if (value instanceof Map<?, ?> || value instanceof List) {
            throw new RuleSyntaxException(key + " holds a list or map where a value is expected");
        }
        String text = value.toString();
        return switch (kind) {
            case REGEX -> List.of(new ValueTest.Regex(regex(text)));
            case NETWORK ->
                List.of(new ValueTest.Network(
                        Cidr.read(text).orElseThrow(() -> new RuleSyntaxException(key + ": no network: " + text))));
            case EXISTS -> List.of(new ValueTest.Exists(Boolean.parseBoolean(text)));
            case REFERENCE -> List.of(new ValueTest.SameAs(text.toLowerCase(Locale.ROOT), part));
            case ORDER ->
                List.of(new ValueTest.Compare(
                        Objects.requireNonNull(order),
                        NumberText.read(text)
                                .orElseThrow(() -> new RuleSyntaxException(key + ": no number: " + text))));
            case TEXT -> texts(value, text);
        };
    }

    private List<ValueTest> texts(Object value, String text) {
        if (expand && text.contains("%")) {
            return List.of(new ValueTest.Placeholder(text));
        }
        if (value instanceof Number && part == Part.WHOLE && encodings.isEmpty()) {
            return NumberText.read(text).<ValueTest>map(ValueTest.Equals::new).stream()
                    .toList();
        }
        var options = new WildcardPattern.Options(part, cased, anyDash, escapes);
        return encoded(text).stream()
                .<ValueTest>map(spelling -> new ValueTest.Text(WildcardPattern.of(spelling, options)))
                .toList();
    }

    private List<String> encoded(String text) {
        List<String> texts = List.of(text);
        boolean bytes = false;
        for (String encoding : encodings) {
            boolean narrow = bytes;
            texts = texts.stream()
                    .flatMap(one -> encode(encoding, one, narrow).stream())
                    .toList();
            bytes = true;
        }
        return texts;
    }

    private static List<String> encode(String encoding, String text, boolean bytes) {
        byte[] raw = text.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return switch (encoding) {
            case "base64" -> List.of(Encodings.base64(raw));
            case "base64offset" -> Encodings.base64Anywhere(raw);
            case "utf16be" -> List.of(Encodings.bytesAsText(text, StandardCharsets.UTF_16BE));
            case "utf16" -> List.of("\u00FF\u00FE" + Encodings.bytesAsText(text, StandardCharsets.UTF_16LE));
            default -> List.of(Encodings.bytesAsText(text, StandardCharsets.UTF_16LE));
        };
    }

    private Pattern regex(String text) {
        try {
            return Pattern.compile(text, flags);
        } catch (PatternSyntaxException e) {
            throw new RuleSyntaxException(key + ": regular expression is beyond RE2: " + e.getMessage());
        }
    }
}
