package dev.analystcopilot.api.openai;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.openai.Said.By;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A request for a completion, as far as it means something here.
///
/// @param said in the client's order; the last one is a user's
/// @param stream whether the answer comes in pieces
/// @param usage whether a last piece tells the number of tokens
/// @param most how many tokens at most
/// @param stops the answer ends before the first of these
/// @param caseId `metadata.case_id`: the case that is talked about
/// @param lang `metadata.lang`: the answer's language
/// @param ignored names of fields that were sent and mean nothing here
record ChatRequest(
        String model,
        List<Said> said,
        boolean stream,
        boolean usage,
        OptionalInt most,
        List<String> stops,
        Optional<String> caseId,
        Optional<String> lang,
        List<String> ignored) {
    ChatRequest {
        requireNonNull(model, "model");
        requireNonNull(most, "most");
        requireNonNull(caseId, "caseId");
        requireNonNull(lang, "lang");
        said = List.copyOf(said);
        stops = List.copyOf(stops);
        ignored = List.copyOf(ignored);
        if (said.isEmpty() || said.getLast().by() != By.USER) {
            throw new IllegalArgumentException("the last message is the user's question");
        }
    }

    String question() {
        return said.getLast().text();
    }

    /// What was said before the question, without the client's wishes.
    List<Said> before() {
        return said.subList(0, said.size() - 1).stream()
                .filter(message -> message.by() != By.CLIENT)
                .toList();
    }

    /// What system and developer messages ask for; empty if there are none.
    String wish() {
        return String.join(
                "\n",
                said.stream()
                        .filter(message -> message.by() == By.CLIENT)
                        .map(Said::text)
                        .toList());
    }
}
