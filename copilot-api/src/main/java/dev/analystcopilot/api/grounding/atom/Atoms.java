package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the atoms of a text, in its order.
public final class Atoms {
    private static final Pattern QUOTED = Pattern.compile(
            "“([^“”\\n]{1,400})”|\"([^\"\\n]{1,400})\"|「([^「」\\n]{1,400})」|『([^『』\\n]{1,400})』|‘([^‘’\\n]{2,400})’(?![a-z])|`([^`\\n]{1,400})`|(?<![\\p{L}\\p{N}])'([^'\\n]{2,400})'(?![\\p{L}\\p{N}])");
    private static final Pattern DEFANGED_DOT =
            Pattern.compile("(?<=[\\w\\]])(?:\\[\\.\\]|\\(\\.\\)|\\[dot\\])(?=\\w)");

    private Atoms() {}

    /// @param known entity values of all evidence, in small letters: they are names although they look like words
    /// @param quotes whether what stands in quotation marks is a quotation; else it is read like the rest
    public static List<Atom> in(String text, Set<String> known, boolean quotes) {
        List<Atom> found = new ArrayList<>();
        var used = new Used();
        if (quotes) {
            quotations(text, used, found);
        }
        found.addAll(Times.in(text, used));
        Names.in(text, known, used, found);
        found.addAll(Terms.in(text, used));
        Relations.in(text, used, found);
        Numbers.in(text, used, found);
        found.removeIf(atom -> atom instanceof Atom.Number number && Numbers.generic(text, number));
        found.addAll(Judgements.in(text, used));
        found.addAll(Orders.in(text, used));
        found.addAll(Terms.acts(text, used));
        found.sort(Comparator.comparingInt(Atom::start));
        return found;
    }

    /// What evidence says, for its own sake: numbers, lengths of time, judgements.
    public static List<Atom> ofEvidence(String text) {
        List<Atom> found = new ArrayList<>();
        var used = new Used();
        found.addAll(Times.in(text, used));
        Numbers.in(text, used, found);
        found.addAll(Judgements.in(text, used));
        return found;
    }

    /// What a text says was done.
    public static List<Atom.Act> acts(String text) {
        return Terms.acts(text, new Used());
    }

    /// Addresses as they work, where they were made unusable on purpose; as long as before, so that places stay.
    public static String refanged(String text) {
        String dots = DEFANGED_DOT.matcher(text).replaceAll(".");
        return dots.replaceAll("(?i)\\bhxxp", "http").replace("[:]", ":").replaceAll("(?<=\\w)\\[@\\](?=\\w)", "@");
    }

    private static void quotations(String text, Used used, List<Atom> found) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String words = "";
            for (int group = 1; group <= quoted.groupCount(); group++) {
                words = quoted.group(group) == null ? words : quoted.group(group);
            }
            if (!words.isBlank() && used.take(quoted.start(), quoted.end())) {
                found.add(new Atom.Quote(quoted.start(), quoted.end(), quoted.group(), words.strip()));
            }
        }
    }
}
