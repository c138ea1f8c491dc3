package dev.analystcopilot.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.analystcopilot.api.client.Outcome;
import dev.analystcopilot.api.inquiry.ChatEvent.Disposition;
import dev.analystcopilot.api.inquiry.ChatEvent.Done;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The field `copilot` beside OpenAI's own: how the answer came about. Clients that do not know it pass over it.
///
/// @param tier `llm` or `narrator`: who found the words
/// @param verified how many claims were checked and held
/// @param unproven how many sentences rest on nothing that can be checked
/// @param struck how many claims did not hold; they are struck through in the text
/// @param disposition of the case that the answer is about, as computed
/// @param ignored fields of the request that mean nothing here
@JsonInclude(JsonInclude.Include.NON_NULL)
record Facts(
        @Nullable String tier,
        @Nullable String provider,
        @Nullable Integer verified,
        @Nullable Integer unproven,
        @Nullable Integer struck,
        @Nullable String caseId,
        @Nullable String disposition,
        @Nullable Double confidence,
        List<String> ignored) {
    Facts {
        ignored = List.copyOf(ignored);
    }

    static Facts of(Outcome outcome, List<String> ignored) {
        Done done = outcome.done().orElse(null);
        Disposition found = outcome.disposition().orElse(null);
        return new Facts(
                done == null ? null : done.tier(),
                done == null || done.provider().isEmpty() ? null : done.provider(),
                done == null ? null : done.verified(),
                done == null ? null : done.unproven(),
                done == null ? null : done.struck(),
                found == null ? null : found.caseId(),
                found == null ? null : found.verdict(),
                found == null ? null : found.confidence(),
                ignored);
    }
}
