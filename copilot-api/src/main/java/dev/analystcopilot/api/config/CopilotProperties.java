package dev.analystcopilot.api.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The service's settings.
///
/// @param root the checkout
/// @param tenant whose alerts the built-in logins work on
/// @param empty whether the demo backlog stays out on the first start
/// @param triageDelay how long after the last delivery the background triage begins
/// @param vectors whether passages get vectors; without, they are found by their words alone
/// @param uploadLimit how large a file of knowledge may be that is uploaded
/// @param callersRemembered how long a token that was found good need not be looked up again; 0 looks up each time
@ConfigurationProperties("copilot")
public record CopilotProperties(
        @DefaultValue("") String root,
        @DefaultValue("demo") String tenant,
        @DefaultValue("false") boolean empty,
        @DefaultValue("2s") Duration triageDelay,
        @DefaultValue("true") boolean vectors,
        @DefaultValue("512MB") DataSize uploadLimit,
        @DefaultValue("5s") Duration callersRemembered) {

    public Path rootPath() {
        return Path.of(root).toAbsolutePath().normalize();
    }
}
