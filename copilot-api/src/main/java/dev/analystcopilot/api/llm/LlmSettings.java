package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Where a language model is, what it can do, and how long anyone waits for it.
///
/// @param name of the place it has among the models: `primary` or `secondary`
/// @param baseUrl of an OpenAI-compatible endpoint, such as `http://127.0.0.1:11434/v1`
/// @param apiKey null where the endpoint asks for none
public record LlmSettings(
        String name,
        String baseUrl,
        String model,
        @Nullable String apiKey,
        Limits limits,
        Ability ability,
        Optional<Price> price) {
    public LlmSettings {
        requireNonNull(name, "name");
        requireNonNull(baseUrl, "baseUrl");
        requireNonNull(model, "model");
        requireNonNull(limits, "limits");
        requireNonNull(ability, "ability");
        requireNonNull(price, "price");
    }

    /// The usual, with what it can do found out.
    public LlmSettings(String name, String baseUrl, String model, @Nullable String apiKey, Limits limits) {
        this(name, baseUrl, model, apiKey, limits, Ability.UNKNOWN, Optional.empty());
    }

    /// For people.
    public String label() {
        return name + " (" + model + ")";
    }

    /// The key stays out of logs and messages.
    @Override
    public String toString() {
        return "LlmSettings[" + label() + " at " + baseUrl + "]";
    }

    /// @param firstToken until anything at all comes back for a request
    /// @param betweenTokens the longest pause after that
    /// @param concurrent how many requests may be under way at once
    /// @param perMinute how many requests may begin in a minute; 0 for any number
    public record Limits(Duration firstToken, Duration betweenTokens, int concurrent, int perMinute) {
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(8), Duration.ofSeconds(5), 16, 0);

        public Limits {
            requireNonNull(firstToken, "firstToken");
            requireNonNull(betweenTokens, "betweenTokens");
            if (concurrent < 1 || perMinute < 0) {
                throw new IllegalArgumentException("at least one request at a time");
            }
        }
    }

    /// What the model can do.
    ///
    /// @param context how many tokens it reads at most; found out if empty
    public record Ability(Tools tools, OptionalInt context) {
        public static final Ability UNKNOWN = new Ability(Tools.AUTO, OptionalInt.empty());

        public Ability {
            requireNonNull(tools, "tools");
            requireNonNull(context, "context");
        }
    }

    /// How it looks things up.
    public enum Tools {
        /// By the protocol's tool calls.
        NATIVE,
        /// It is asked for a plan in plain text first, code carries it out, then it answers from what was found.
        PLAN,
        /// Not at all.
        NONE,
        /// [#NATIVE] until it turns out that it cannot, or where its context is small.
        AUTO;

        /// @throws IllegalArgumentException if there is none of that name
        public static Tools of(String name) {
            try {
                return valueOf(name.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tools are native, plan, none or auto, not " + name, e);
            }
        }
    }

    /// What a million tokens cost, in any one currency.
    public record Price(double in, double out) {
        public Price {
            if (in < 0 || out < 0) {
                throw new IllegalArgumentException("prices are not negative");
            }
        }
    }
}
