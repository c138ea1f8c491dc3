package dev.analystcopilot.api;

import dev.analystcopilot.api.local.EarlyDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The service as one Spring application. The command line starts it; nothing else here knows that there is one.
@SpringBootApplication(proxyBeanMethods = false)
public class CopilotService {

    /// Starts the service and returns once it answers.
    ///
    /// @param settings what the command line decides, by property name; wins over files and environment
    public static RunningService start(Map<String, Object> settings) {
        var root = Path.of(String.valueOf(settings.getOrDefault("copilot.root", "")));
        var database = EarlyDatabase.of(System.getenv(), root);
        return start(settings, context -> context.registerBean(EarlyDatabase.class, () -> database));
    }

    /// The same, with a say in what it is made of: parts registered here take the place of the usual ones.
    public static RunningService start(
            Map<String, Object> settings, ApplicationContextInitializer<GenericApplicationContext> parts) {
        var application = new SpringApplication(CopilotService.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.addInitializers((GenericApplicationContext context) -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", settings)));
        application.addInitializers(parts);
        return new RunningService(application.run());
    }
}
