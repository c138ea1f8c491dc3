package dev.analystcopilot.eval.chat;

import dev.analystcopilot.eval.service.Asker;
import dev.analystcopilot.eval.service.Heard;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question whose answer goes on until it is told to stop.
final class Stream implements Runnable {
    private final Asker asker;
    private final Map<String, String> message;
    private final int number;
    private final List<Long> sentences = new ArrayList<>();
    private volatile boolean stopping;
    private volatile long first;
    private volatile @Nullable String error;

    /// @param number tells it from the others
    Stream(Asker asker, String caseId, int number) {
        this.asker = asker;
        this.number = number;
        this.message = Map.of(
                "text", "What happened in this case, and what next? %s".formatted(name(number)), "caseId", caseId);
    }

    /// Stands in the question, and tells which request of the model is which stream's.
    static String name(int number) {
        return "(stream " + number + ")";
    }

    /// Thrown out of the listening to close the connection.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void run() {
        try {
            asker.listen(asker.conversation(), message, this::heard);
            if (!stopping && error == null) {
                error = "the answer ended";
            }
        } catch (Stop e) {
            stopping = true;
        } catch (UncheckedIOException | IllegalStateException e) {
            if (!stopping) {
                error = String.valueOf(e.getMessage());
            }
        }
    }

    private void heard(Heard event) {
        if (stopping) {
            throw new Stop();
        }
        if (first == 0) {
            first = event.nanos();
        }
        switch (event.type()) {
            case "token" -> {
                long ends = event.data()
                        .path("text")
                        .asString("")
                        .chars()
                        .filter(c -> c == '.')
                        .count();
                synchronized (sentences) {
                    for (long i = 0; i < ends; i++) {
                        sentences.add(event.nanos());
                    }
                }
            }
            case "error" -> error = event.data().toString();
            case "status" -> {
                if (event.data().path("stage").asString("").equals("fallback")) {
                    error = event.data().toString();
                }
            }
            default -> {}
        }
    }

    void stop() {
        stopping = true;
    }

    int number() {
        return number;
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /// When each sentence came, oldest first.
    List<Long> sentences() {
        synchronized (sentences) {
            return List.copyOf(sentences);
        }
    }
}
