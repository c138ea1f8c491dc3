package dev.analystcopilot.api.web;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The description of the interface. It is kept by hand, next to the code, and a test holds it to the routes there are.
@RestController
class OpenApiController {
    private final Mono<String> description;

    OpenApiController(ReactiveBridge storeBridge) {
        this.description = storeBridge.call(() -> read().toString()).cache();
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> description() {
        return description;
    }

    static JsonNode read() {
        try (InputStream in = OpenApiController.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing from the program");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
