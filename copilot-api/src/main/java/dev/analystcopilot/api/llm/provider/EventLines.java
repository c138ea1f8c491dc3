package dev.analystcopilot.api.llm.provider;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Server-sent events out of bytes that come in any portions, without a thread that waits for them. Keeps an unfinished
/// line only.
final class EventLines {
    private static final int LONGEST_LINE = 1 << 20;

    /// The library keeps every event until the answer is complete; the words of what was heard are not kept.
    static final class Event extends ServerSentEvent {
        private String words = "";

        Event(@Nullable String type) {
            super(type, "");
        }

        @Override
        public String data() {
            return words;
        }

        void forget() {
            words = "";
        }
    }

    /// One for all that are of no type, as nearly all are.
    private final Event plain = new Event(null);

    private final Consumer<Event> heard;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(0);
    private final StringBuilder data = new StringBuilder(0);
    private @Nullable String type;

    EventLines(Consumer<Event> heard) {
        this.heard = heard;
    }

    void feed(byte[] bytes) throws IOException {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, from, i - from);
                from = i + 1;
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                take(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
        }
        line.write(bytes, from, bytes.length - from);
        if (line.size() > LONGEST_LINE) {
            throw new IOException("a line of more than %d bytes".formatted(LONGEST_LINE));
        }
    }

    /// The last event, where the empty line after it is missing.
    void end() {
        if (line.size() > 0) {
            take(line.toString(StandardCharsets.UTF_8));
        }
        take("");
    }

    private void take(String text) {
        if (text.isEmpty()) {
            if (!data.isEmpty()) {
                Event event = type == null ? plain : new Event(type);
                event.words = data.toString();
                data.setLength(0);
                type = null;
                heard.accept(event);
            }
        } else if (text.startsWith("data:")) {
            if (!data.isEmpty()) {
                data.append('\n');
            }
            data.append(text, text.startsWith("data: ") ? "data: ".length() : "data:".length(), text.length());
        } else if (text.startsWith("event:")) {
            type = text.substring("event:".length()).strip();
        }
    }
}
