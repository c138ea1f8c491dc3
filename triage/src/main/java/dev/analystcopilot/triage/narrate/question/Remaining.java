package dev.analystcopilot.triage.narrate.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a question that nothing has been read from yet. For use by one reading.
final class Remaining {
    private String text;

    Remaining(String text) {
        this.text = text;
    }

    /// All matches, which are blanked out.
    List<MatchResult> take(Pattern pattern) {
        var taken = new ArrayList<MatchResult>();
        Matcher matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            taken.add(matcher.toMatchResult());
            rest.append(text, from, matcher.start()).append(" ".repeat(matcher.end() - matcher.start()));
            from = matcher.end();
        }
        text = rest.append(text, from, text.length()).toString();
        return taken;
    }

    /// Whether it is there; if so, it is blanked out.
    boolean takes(Pattern pattern) {
        return !take(pattern).isEmpty();
    }

    /// What is left, as long as the question: what was read is blanks.
    String rest() {
        return text;
    }
}
