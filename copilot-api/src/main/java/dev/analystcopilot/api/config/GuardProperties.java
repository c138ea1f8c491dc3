package dev.analystcopilot.api.config;

import dev.analystcopilot.api.guard.Hidden;
import dev.analystcopilot.api.guard.Redaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the way to models is guarded.
@ConfigurationProperties("copilot.guard")
public record GuardProperties(@DefaultValue Redact redact) {

    /// What is hidden is named `secret`, `card`, `id`, `phone`, `mail`, `user`, `host`, `address`, `all`, `none`.
    ///
    /// @param enabled false hides nothing from any provider
    /// @param primary what to hide from the first model; unset: secrets and numbers of cards and persons, and
    ///     everything from a provider outside this network
    /// @param secondary the same for the second
    /// @param ownDomains names below them are hidden as hosts
    /// @param restoreSecrets whether a secret comes back in the answer, as names and numbers do
    /// @param key makes pseudonyms last beyond a restart; any long random text
    public record Redact(
            @DefaultValue("true") boolean enabled,
            @Nullable List<String> primary,
            @Nullable List<String> secondary,
            @DefaultValue List<String> ownDomains,
            @DefaultValue("false") boolean restoreSecrets,
            @DefaultValue("") String key) {

        Set<Hidden> primaryKinds(String baseUrl) {
            return kinds(primary, baseUrl);
        }

        Set<Hidden> secondaryKinds(String baseUrl) {
            return kinds(secondary, baseUrl);
        }

        private Set<Hidden> kinds(@Nullable List<String> configured, String baseUrl) {
            if (!enabled) {
                return Set.of();
            }
            if (configured == null || configured.isEmpty()) {
                return Redaction.usual(baseUrl);
            }
            Set<Hidden> kinds = EnumSet.noneOf(Hidden.class);
            for (String name : configured) {
                String plain = name.strip().toUpperCase(Locale.ROOT);
                switch (plain) {
                    case "ALL" -> kinds.addAll(Hidden.OUTSIDE);
                    case "NONE", "" -> {}
                    default -> kinds.add(Hidden.valueOf(plain));
                }
            }
            return Set.copyOf(kinds);
        }

        @Override
        public String toString() {
            return "Redact[" + enabled + ", " + primary + ", " + secondary + "]";
        }
    }
}
