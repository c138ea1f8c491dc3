package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds kinds of attacks and acts by their names in both languages.
final class Terms {
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:not(?! only)|no|never|nobody|no one|nothing|none of (?:the|them|it)|neither|without|n't|didn't|wasn't|weren't)\\b[^,.;:，。；]{0,30}"
                    + "|(?:没有|并未|并没|从未|未曾|尚未|未(?![知经])|无人|没人|从来没)[^，。；,.;]{0,8})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPS = Pattern.compile(
            "\\b(?:stop|block|prevent|detect|notice|report|interrupt)\\w*|阻止|拦截|阻断|发现|察觉|停止", Pattern.CASE_INSENSITIVE);
    /// Nothing is said to have happened: it was tried, may be, or did not take effect.
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:if|whether|may|might|could|possib\\w+|perhaps|likely|likelihood|suspect\\w*|suggest\\w*|unknown|unclear|cannot|how)\\b"
                    + "|是否|如果|若|可能|或许|疑似|能否|不清楚|未知|也许",
            Pattern.CASE_INSENSITIVE);

    private Terms() {}

    static List<Atom.Term> in(String text, Used used) {
        List<Atom.Term> found = new ArrayList<>();
        Kinds.attacks().forEach((kind, words) -> {
            Matcher word = words.matcher(text);
            while (word.find()) {
                if (used.free(word.start(), word.end())) {
                    found.add(new Atom.Term(word.start(), word.end(), word.group(), kind));
                }
            }
        });
        return found;
    }

    /// What is only asked or supposed is no act.
    static List<Atom.Act> acts(String text, Used used) {
        List<Atom.Act> found = new ArrayList<>();
        boolean open = OPEN.matcher(text).find();
        Kinds.acts().forEach((act, words) -> {
            Matcher word = words.matcher(text);
            while (word.find()) {
                if (used.free(word.start(), word.end())) {
                    boolean denied = denied(text.substring(Math.max(0, word.start() - 48), word.start()));
                    found.add(
                            new Atom.Act(word.start(), word.end(), word.group().strip(), act, denied, open));
                }
            }
        });
        return found;
    }

    /// "Nobody stopped the encryption" denies no encryption.
    private static boolean denied(String before) {
        Matcher denial = DENIED.matcher(before);
        return denial.find() && !STOPS.matcher(denial.group()).find();
    }
}
