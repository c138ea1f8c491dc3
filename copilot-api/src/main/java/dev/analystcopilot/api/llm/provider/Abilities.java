package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmSettings;
import dev.analystcopilot.api.llm.LlmSettings.Tools;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a model can do: as configured, else as its endpoint says (`/models`, in the fields that vLLM, llama.cpp, LM
/// Studio and clouds use), else the usual; and what was learnt from its failures.
final class Abilities {
    private static final Logger LOG = LoggerFactory.getLogger(Abilities.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int USUAL_CONTEXT = 32_768;
    private static final int SMALL_CONTEXT = 8_192;
    private static final int LEAST_CONTEXT = 2_048;
    private static final int FAILURES_TO_LEARN = 2;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
    /// Best first: what the server runs it with, then what the model was made for.
    private static final List<String> FIELDS = List.of(
            "max_model_len",
            "loaded_context_length",
            "n_ctx",
            "context_length",
            "context_window",
            "max_context_length",
            "n_ctx_train");

    private final LlmSettings settings;
    private final Mono<Integer> told;
    private final AtomicInteger learntContext = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger toolFailures = new AtomicInteger();

    Abilities(LlmSettings settings, Wire wire) {
        this.settings = settings;
        String base = settings.baseUrl().replaceFirst("/+$", "");
        this.told = settings.ability().context().isPresent()
                ? Mono.just(settings.ability().context().getAsInt())
                : wire.get(base + "/models", headers -> {
                            if (settings.apiKey() != null) {
                                headers.set("Authorization", "Bearer " + settings.apiKey());
                            }
                        })
                        .mapNotNull(body -> {
                            OptionalInt context = contextOf(body, settings.model());
                            return context.isPresent() ? context.getAsInt() : null;
                        })
                        .doOnNext(context -> LOG.info("{} reads up to {} tokens", settings.label(), context))
                        .cache(context -> KNOWN_FOR, error -> UNKNOWN_FOR, () -> UNKNOWN_FOR)
                        .defaultIfEmpty(USUAL_CONTEXT);
    }

    Mono<Able> now() {
        return told.map(context -> {
            int tokens = Math.max(LEAST_CONTEXT, Math.min(context, learntContext.get()));
            return new Able(tools(tokens), tokens, settings.ability().tools() == Tools.AUTO);
        });
    }

    private Tools tools(int context) {
        Tools configured = settings.ability().tools();
        if (configured != Tools.AUTO) {
            return configured;
        }
        return context <= SMALL_CONTEXT || toolFailures.get() >= FAILURES_TO_LEARN ? Tools.PLAN : Tools.NATIVE;
    }

    /// A request of about so many tokens was too long.
    void tooLong(int tokens) {
        int fits = Math.max(LEAST_CONTEXT, tokens * 2 / 3);
        learntContext.accumulateAndGet(fits, Math::min);
        LOG.info("{} could not read about {} tokens: from now on it gets {} at most", settings.label(), tokens, fits);
    }

    /// The endpoint refuses tools.
    void refusesTools() {
        toolFailures.set(FAILURES_TO_LEARN);
        LOG.info("{} takes no tools: from now on it is asked for plans", settings.label());
    }

    /// One answer's tool calls were broken, or went round in circles.
    void strugglesWithTools() {
        if (toolFailures.incrementAndGet() == FAILURES_TO_LEARN) {
            LOG.info("{} cannot handle tools: from now on it is asked for plans", settings.label());
        }
    }

    static OptionalInt contextOf(String body, String model) {
        try {
            JsonNode entries = JSON.readTree(body).path("data");
            for (JsonNode entry : entries) {
                if (entries.size() == 1 || entry.path("id").asString("").equals(model)) {
                    for (String field : FIELDS) {
                        int value = entry.path(field)
                                .asInt(entry.path("meta").path(field).asInt(0));
                        if (value > 0) {
                            return OptionalInt.of(value);
                        }
                    }
                }
            }
        } catch (JacksonException e) {
            LOG.debug("The list of models is no JSON", e);
        }
        return OptionalInt.empty();
    }
}
