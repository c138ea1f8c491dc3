package dev.analystcopilot.triage.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a description talks about: its words, which of them are names, and what becomes of the things it mentions.
final class Things {
    /// What an action does to a thing, in the order in which that happens to one thing.
    enum Role {
        MADE,
        USED,
        GONE
    }

    /// How surely two mentions mean the same thing.
    enum Kind {
        /// A common noun, such as "the payload".
        NOUN,
        /// A name, such as that of a tool.
        NAME,
        /// A name that is given to one thing only, such as that of a file.
        FILE
    }

    record Mention(Role role, Kind kind) {}

    /// @param words stems that two descriptions may share
    /// @param names those that name something: a file, a host, a tool
    /// @param mentions what becomes of things that are made, used or removed
    record Told(Set<String> words, Set<String> names, Map<String, Mention> mentions) {}

    private record Word(String text, int start) {}

    private static final int READ = 4_000;
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z0-9_$][A-Za-z0-9_.$\\\\/@-]*[A-Za-z0-9_$]|[A-Za-z0-9]|[,;]|\\.(?=\\s)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern ODD = Pattern.compile("[._\\\\/@$]|[a-z][A-Z]|[A-Z]{2,}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern KEPT = Pattern.compile("[\\d._\\\\/@$]");
    private static final Pattern SENTENCE_START = Pattern.compile("[.!?:\\n]\\s*$");
    private static final Pattern PARTICIPLE = Pattern.compile("(ed|en|wn)$");
    private static final Pattern FILE = Pattern.compile("[A-Za-z]\\.[A-Za-z]{2,4}$|\\d");
    private static final int BEFORE = 6;
    private static final int AFTER = 4;

    private final Set<String> stop;
    private final Set<String> everywhere;
    private final Set<String> things;
    private final Set<String> between;
    private final Set<String> auxiliary;
    private final Set<String> article;
    private final List<String> made;
    private final List<String> gone;

    private Things(Properties words) {
        stop = OrderFiles.words(words, "stop");
        everywhere = stems(OrderFiles.words(words, "everywhere"));
        things = stems(OrderFiles.words(words, "things"));
        between = OrderFiles.words(words, "between");
        auxiliary = OrderFiles.words(words, "auxiliary");
        article = OrderFiles.words(words, "article");
        made = List.copyOf(OrderFiles.words(words, "made"));
        gone = List.copyOf(OrderFiles.words(words, "gone"));
    }

    static Things load() {
        return new Things(OrderFiles.properties("words.properties"));
    }

    Told of(String description) {
        String text = description.substring(0, Math.min(READ, description.length()));
        List<Word> all = words(text);
        Set<String> words = new HashSet<>();
        Set<String> names = new HashSet<>();
        Map<String, Mention> mentions = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Word word = all.get(i);
            String stem = stem(word.text());
            if (stem.length() < 2 || everywhere.contains(stem) || stop.contains(lower(word))) {
                continue;
            }
            boolean name = isName(word, text);
            words.add(stem);
            if (name) {
                names.add(stem);
            }
            if (stem.length() > 2 && (name || things.contains(stem))) {
                Kind kind = FILE.matcher(word.text()).find() ? Kind.FILE : name ? Kind.NAME : Kind.NOUN;
                mentions.merge(stem, new Mention(role(all, i), kind), Things::together);
            }
        }
        pairs(text, words);
        return new Told(words, names, mentions);
    }

    /// One description may name a thing more than once: its end counts most, then its making.
    private static Mention together(Mention a, Mention b) {
        boolean gone = a.role() == Role.GONE || b.role() == Role.GONE;
        boolean made = a.role() == Role.MADE || b.role() == Role.MADE;
        Kind kind = a.kind().compareTo(b.kind()) > 0 ? a.kind() : b.kind();
        return new Mention(gone ? Role.GONE : made ? Role.MADE : Role.USED, kind);
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            words.add(new Word(found.group(), found.start()));
        }
        return words;
    }

    /// Chinese has no spaces: neighbouring characters stand for its words.
    private static void pairs(String text, Set<String> into) {
        Matcher run = HAN.matcher(text);
        while (run.find()) {
            for (int i = run.start(); i + 1 < run.end(); i++) {
                into.add(text.substring(i, i + 2));
            }
        }
    }

    private static boolean isName(Word word, String text) {
        String w = word.text();
        if ((w.length() >= 3 && DIGIT.matcher(w).find()) || ODD.matcher(w).find()) {
            return true;
        }
        return Character.isUpperCase(w.charAt(0))
                && word.start() > 0
                && !SENTENCE_START
                        .matcher(text.substring(Math.max(0, word.start() - 4), word.start()))
                        .find();
    }

    /// By the verb whose object the thing is, before it ("drops x") or after it ("x is removed").
    private Role role(List<Word> words, int at) {
        for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
            String word = lower(words.get(i));
            if (word.equals(".") || word.equals(";") || between.contains(word)) {
                break;
            }
            boolean saidOfIt = PARTICIPLE.matcher(word).find() && i > 0 && article.contains(lower(words.get(i - 1)));
            if (!saidOfIt && begins(word, gone)) {
                return Role.GONE;
            }
            if (!saidOfIt && begins(word, made)) {
                return Role.MADE;
            }
        }
        for (int i = at + 1; i < Math.min(words.size(), at + 1 + AFTER); i++) {
            String word = lower(words.get(i));
            if (auxiliary.contains(word)) {
                continue;
            }
            if (PARTICIPLE.matcher(word).find()) {
                return begins(word, gone) ? Role.GONE : begins(word, made) ? Role.MADE : Role.USED;
            }
            if (word.equals(",") || word.equals(";") || word.equals(".")) {
                break;
            }
        }
        return Role.USED;
    }

    private static String lower(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    private static boolean begins(String word, List<String> stems) {
        return stems.stream().anyMatch(word::startsWith);
    }

    private static Set<String> stems(Set<String> words) {
        var stems = new HashSet<String>();
        words.forEach(word -> stems.add(stem(word)));
        return stems;
    }

    private static String stem(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (KEPT.matcher(w).find()) {
            return w;
        }
        for (String[] ending : new String[][] {
            {"ies", "y"},
            {"sses", "ss"},
            {"xes", "x"},
            {"ches", "ch"},
            {"shes", "sh"},
            {"ing", ""},
            {"ed", ""},
            {"es", "e"},
            {"s", ""}
        }) {
            if (w.endsWith(ending[0]) && w.length() - ending[0].length() >= 3 && !w.endsWith("ss")) {
                w = w.substring(0, w.length() - ending[0].length()) + ending[1];
                break;
            }
        }
        if (w.length() > 4 && w.endsWith("e")) {
            w = w.substring(0, w.length() - 1);
        }
        int n = w.length();
        boolean twin = n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "pntdgmr".indexOf(w.charAt(n - 1)) >= 0;
        return twin ? w.substring(0, n - 1) : w;
    }
}
