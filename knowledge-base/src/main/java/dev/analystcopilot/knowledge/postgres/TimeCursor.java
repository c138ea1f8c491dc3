package dev.analystcopilot.knowledge.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// A place in a list that runs backwards in time.
record TimeCursor(Instant time, String id) {

    String text() {
        String plain = time + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException if the text is not a cursor
    static TimeCursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        if (space < 1) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        try {
            return new TimeCursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("not a cursor: " + text, e);
        }
    }
}
