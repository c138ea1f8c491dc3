package dev.analystcopilot.api.config;

import dev.analystcopilot.api.guard.Hidden;
import dev.analystcopilot.api.guard.Redaction;
import dev.analystcopilot.api.guard.Screen;
import dev.analystcopilot.api.guard.Veils;
import dev.analystcopilot.api.llm.VeilFactory;
import dev.analystcopilot.knowledge.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// What guards the way to models and back.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardProperties.class)
class GuardConfig {
    private static final int KEY = 32;

    @Bean
    Screen screen(Database database) {
        return new Screen(database.attention());
    }

    @Bean
    VeilFactory veilFactory(GuardProperties guard, Environment environment) {
        GuardProperties.Redact redact = guard.redact();
        Map<String, Set<Hidden>> byProvider = Map.of(
                "primary", redact.primaryKinds(environment.getProperty("copilot.llm.base-url", "")),
                "secondary", redact.secondaryKinds(environment.getProperty("copilot.llm2.base-url", "")));
        Set<Hidden> kept = redact.restoreSecrets() ? Set.of() : Set.of(Hidden.SECRET);
        return new Veils(new Redaction(byProvider, kept, redact.ownDomains()), key(redact.key()));
    }

    /// Without a key of its own, an installation's pseudonyms last until it is started anew.
    private static byte[] key(String configured) {
        if (!configured.isBlank()) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
