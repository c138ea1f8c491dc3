package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.Veil;
import java.util.regex.Matcher;

/// Brings back what a veil hides from a text that comes in pieces: an unfinished pseudonym waits for its end.
final class Unveiled {
    private final Veil veil;
    private final StringBuilder held = new StringBuilder();

    Unveiled(Veil veil) {
        this.veil = veil;
    }

    /// What can be shown by now; may be empty.
    String next(String piece) {
        if (veil.equals(Veil.NONE)) {
            return piece;
        }
        held.append(piece);
        Matcher open = veil.mayGrow().matcher(held);
        return take(open.find() ? open.start() : held.length());
    }

    /// The rest.
    String end() {
        return take(held.length());
    }

    private String take(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text.isEmpty() ? text : veil.restore(text);
    }
}
