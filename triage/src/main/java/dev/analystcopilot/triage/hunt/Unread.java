package dev.analystcopilot.triage.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a text that nothing has been made of yet. For use by one reading.
final class Unread {
    private final StringBuilder text;

    Unread(String text) {
        this.text = new StringBuilder(text);
    }

    /// All matches, which become blanks.
    List<MatchResult> take(Pattern pattern) {
        List<MatchResult> taken = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            taken.add(matcher.toMatchResult());
            blank(matcher.start(), matcher.end());
        }
        return taken;
    }

    boolean takes(Pattern pattern) {
        return !take(pattern).isEmpty();
    }

    void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }

    /// As long as the text was.
    String rest() {
        return text.toString();
    }
}
