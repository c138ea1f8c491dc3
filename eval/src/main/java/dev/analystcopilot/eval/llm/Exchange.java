package dev.analystcopilot.eval.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request to the server, and how its connection ended. Times are of [System#nanoTime].
public final class Exchange {
    private final JsonNode request;
    private final long begun = System.nanoTime();
    private volatile @Nullable Long ended;
    private volatile boolean played;
    private long[] sentences = new long[8];
    private int sentencesSaid;
    private long[] over = new long[8];
    private int sentencesOver;

    Exchange(JsonNode request) {
        this.request = requireNonNull(request, "request");
    }

    void played() {
        played = true;
    }

    void ended() {
        if (ended == null) {
            ended = System.nanoTime();
        }
    }

    /// A piece is about to be sent.
    synchronized void says(String text) {
        if (sentencesOver < sentencesSaid) {
            if (sentencesOver == over.length) {
                over = Arrays.copyOf(over, sentencesOver * 2);
            }
            over[sentencesOver++] = System.nanoTime();
        }
        if (text.stripTrailing().endsWith(".")) {
            if (sentencesSaid == sentences.length) {
                sentences = Arrays.copyOf(sentences, sentencesSaid * 2);
            }
            sentences[sentencesSaid++] = System.nanoTime();
        }
    }

    /// When the last token of the n-th sentence, from 0, was sent; empty if it was not yet. Sentences end in a full
    /// stop that is the last character of its piece.
    public synchronized Optional<Long> sentence(int n) {
        return n < sentencesSaid ? Optional.of(sentences[n]) : Optional.empty();
    }

    /// When the piece after the n-th sentence was sent, which tells that the sentence is over.
    public synchronized Optional<Long> over(int n) {
        return n < sentencesOver ? Optional.of(over[n]) : Optional.empty();
    }

    /// The request's body.
    public JsonNode request() {
        return request;
    }

    public long begunNanos() {
        return begun;
    }

    /// When the answer was complete or the connection was closed, whichever came first; empty while it is open.
    public Optional<Long> endedNanos() {
        return Optional.ofNullable(ended);
    }

    /// Whether the caller closed the connection before the script was played to its end.
    public boolean closedByCaller() {
        return ended != null && !played;
    }

    /// How long after a moment the connection was closed; empty while it is open.
    public Optional<Duration> closedAfter(long nanos) {
        return endedNanos().map(end -> Duration.ofNanos(end - nanos));
    }

    /// The text of a request's last message of a role (`system`, `user`, `assistant`, `tool`), or nothing.
    public static String last(JsonNode request, String role) {
        List<String> texts = all(request, role);
        return texts.isEmpty() ? "" : texts.getLast();
    }

    /// The texts of a request's messages of a role, oldest first.
    public static List<String> all(JsonNode request, String role) {
        return StreamSupport.stream(request.path("messages").spliterator(), false)
                .filter(message -> message.path("role").asString("").equals(role))
                .map(message -> text(message.path("content")))
                .toList();
    }

    /// All that the model gets to read.
    public static String everything(JsonNode request) {
        StringBuilder all = new StringBuilder();
        request.path("messages")
                .forEach(message -> all.append(text(message.path("content"))).append('\n'));
        return all.toString();
    }

    /// The names of the tools that a request offers.
    public static List<String> tools(JsonNode request) {
        return StreamSupport.stream(request.path("tools").spliterator(), false)
                .map(tool -> tool.path("function").path("name").asString(""))
                .toList();
    }

    /// How many results of tools a request carries: 0 in the first round of an answer.
    public static int results(JsonNode request) {
        return all(request, "tool").size();
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }
}
