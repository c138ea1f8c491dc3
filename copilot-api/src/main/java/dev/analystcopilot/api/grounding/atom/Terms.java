package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds kinds of attacks and acts by their names in both languages.
final class Terms {
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:no|nobody|no one|nothing|none of (?:the|them|it)|neither)\\b[^,.;:，。；]{0,30}"
                    + "|(?:\\b(?:not|never)|n't)(?: (?!the |an? |only |just |before |yet to )\\w+){0,2} "
                    + "|(?:没有|并没|从来没|无人|没人)[^，。；,.;]{0,8}|(?:并未|从未|未曾|尚未|未)(?:能|曾|被|再|对|有)?[^，。；,.;授知经签成公修]{0,4})$",
            Pattern.CASE_INSENSITIVE);
    /// "No other host was encrypted" denies nothing of this one.
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:other|further|additional|more|else|failed|unsuccessful)\\b|其他|其它|更多|别的|另外|失败",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPS = Pattern.compile(
            "\\b(?:stop|block|prevent|detect|notice|report|interrupt)\\w*|阻止|拦截|阻断|发现|察觉|停止", Pattern.CASE_INSENSITIVE);
    /// Nothing is said to have happened: it was tried, may be, or did not take effect.
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:if|whether|may|might|could|possib\\w+|perhaps|likely|likelihood|suspect\\w*|suggest\\w*|unknown|unclear|cannot|how)\\b"
                    + "|是否|如果|若|可能|或许|疑似|能否|不清楚|未知|也许",
            Pattern.CASE_INSENSITIVE);

    /// Who logs on without one has it for all that.
    private static final String THING = "password";

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
                    String before = text.substring(Math.max(0, word.start() - 48), word.start());
                    boolean denied = !act.equals(THING) && denied(before);
                    boolean others = denied && OTHERS.matcher(before).find();
                    found.add(
                            new Atom.Act(word.start(), word.end(), word.group().strip(), act, denied, open || others));
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
