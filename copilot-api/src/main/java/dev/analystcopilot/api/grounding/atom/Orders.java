package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words that say what came first.
final class Orders {
    /// "After A, B" and "before A, B": they lead the first of two statements.
    private static final Pattern LEADING = Pattern.compile(
            "^[\\s*_\"“]*(?:(?<after>after|following|once)|(?<before>before|prior to))\\b", Pattern.CASE_INSENSITIVE);
    /// Between two statements: what stands left came first.
    private static final Pattern LEFT_FIRST = Pattern.compile(
            "\\b(?:and then|then|followed by|before|prior to|preced(?:ed|es|ing)(?! by)|subsequently|afterwards?|later|earlier than|led to|leading to|resulting in)\\b"
                    + "|随后|然后|接着|继而|其后|紧接着|进而|先于|早于|之后(?!，?$)|以后(?=[，,])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT_FIRST = Pattern.compile(
            "\\b(?:after(?!wards?)|following|follow(?:ed|s)(?! by)|preceded by|later than|subsequent to)\\b|晚于|此前|在此之前",
            Pattern.CASE_INSENSITIVE);
    /// Behind the second of two things in Chinese: "B 在 A 之前", "B 在 A 之后"; before a comma they lead, as in
    /// "在 A 之前，B".
    private static final Pattern CHINESE_BEFORE = Pattern.compile("之前|以前");
    private static final Pattern CHINESE_AFTER = Pattern.compile("之后|以后|(?<=\\d|\\])\\s*后(?=[，,])");

    private Orders() {}

    static List<Atom.Order> in(String text, Used used) {
        List<Atom.Order> found = new ArrayList<>();
        Matcher leading = LEADING.matcher(text);
        if (leading.find()) {
            boolean after = leading.group("after") != null;
            var _ = used.take(leading.start(), leading.end());
            found.add(new Atom.Order(
                    leading.start(), leading.end(), leading.group().strip(), after, true));
        }
        postfix(text, CHINESE_BEFORE, false, used, found);
        postfix(text, CHINESE_AFTER, true, used, found);
        between(text, RIGHT_FIRST, false, used, found);
        between(text, LEFT_FIRST, true, used, found);
        return found;
    }

    /// @param leftFirst where more follows: "A 之后，B"; where nothing does, it is the other way round: "B 在 A 之后"
    private static void postfix(String text, Pattern words, boolean leftFirst, Used used, List<Atom.Order> found) {
        Matcher word = words.matcher(text);
        while (word.find()) {
            String rest = text.substring(word.end()).replaceAll("[\\s\\d\\[\\]。.！!*_发生出现的]", "");
            boolean last = rest.isEmpty();
            if (used.take(word.start(), word.end())) {
                found.add(
                        last
                                ? new Atom.Order(word.start(), word.end(), word.group(), !leftFirst, true)
                                : new Atom.Order(word.start(), word.end(), word.group(), leftFirst, false));
            }
        }
    }

    private static void between(String text, Pattern words, boolean leftFirst, Used used, List<Atom.Order> found) {
        Matcher word = words.matcher(text);
        while (word.find()) {
            if (used.take(word.start(), word.end())) {
                found.add(new Atom.Order(word.start(), word.end(), word.group(), leftFirst, false));
            }
        }
    }
}
