package dev.analystcopilot.api;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The service as one Spring application. The command line starts it; nothing else here knows that there is one.
@SpringBootApplication(proxyBeanMethods = false)
public class CopilotService {

    /// Starts the service and returns once it answers.
    ///
    /// @param settings what the command line decides, by property name; wins over files and environment
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var application = new SpringApplication(CopilotService.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new org.springframework.core.env.MapPropertySource("command line", settings)));
        return application.run();
    }
}
