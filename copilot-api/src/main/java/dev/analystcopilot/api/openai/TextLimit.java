package dev.analystcopilot.api.openai;

import java.util.List;
import java.util.OptionalInt;

/// Ends a text where the client wants it ended. A sentence is checked as a whole, so the number of tokens takes or
/// leaves whole pieces; a stop text cuts where it stands, and never so that a claim that was struck looks like one that
/// holds.
final class TextLimit {
    private static final String STRIKE = "~~";

    private final OptionalInt most;
    private final List<String> stops;
    private final int longestStop;
    private int tokens;
    private String held = "";
    private boolean struck;
    private End end = End.NOT_YET;

    enum End {
        NOT_YET,
        STOP,
        LENGTH
    }

    TextLimit(OptionalInt most, List<String> stops) {
        this.most = most;
        this.stops = List.copyOf(stops);
        this.longestStop = stops.stream().mapToInt(String::length).max().orElse(0);
    }

    /// What of this piece may be shown now; a piece's end waits where it may begin a stop text.
    String next(String piece) {
        if (end != End.NOT_YET || piece.isEmpty()) {
            return "";
        }
        if (most.isPresent() && tokens + Tokens.in(piece) > most.getAsInt()) {
            String before = rest();
            end = End.LENGTH;
            return before;
        }
        tokens += Tokens.in(piece);
        String text = held + piece;
        int cut = stops.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (cut >= 0) {
            held = "";
            end = End.STOP;
            return closed(shown(text.substring(0, cut)));
        }
        int safe = longestStop == 0 ? text.length() : Math.max(0, text.length() - longestStop + 1);
        held = text.substring(safe);
        return shown(text.substring(0, safe));
    }

    /// What waited, when the text has come to its own end.
    String rest() {
        String waiting = held;
        held = "";
        return end == End.NOT_YET ? shown(waiting) : "";
    }

    End end() {
        return end;
    }

    private String shown(String text) {
        for (int at = text.indexOf(STRIKE); at >= 0; at = text.indexOf(STRIKE, at + STRIKE.length())) {
            struck = !struck;
        }
        return text;
    }

    private String closed(String text) {
        return struck ? text + STRIKE : text;
    }
}
