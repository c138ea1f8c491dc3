package dev.analystcopilot.api.config;

import dev.analystcopilot.api.mcp.Origins;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Doors for other programs.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientConfig.Mcp.class)
class ClientConfig {

    @Bean
    Origins origins(Mcp mcp) {
        return new Origins(mcp.allowedOrigins());
    }

    /// @param allowedOrigins pages beyond this machine's own that may speak MCP, such as `https://soc.example.com`
    @ConfigurationProperties("copilot.mcp")
    record Mcp(@DefaultValue List<String> allowedOrigins) {
        Mcp {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }
}
