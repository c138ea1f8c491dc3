package dev.analystcopilot.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.security.Permission;
import dev.analystcopilot.api.security.Route;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private final JsonNode api = OpenApiController.read();

    @Test
    void describesExactlyTheRoutesThereAre() {
        Set<String> described = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> existing = new TreeSet<>();
        Route.ALL.stream()
                .filter(route -> !route.pattern().startsWith("/actuator"))
                .forEach(route -> existing.add(route.method() + " " + route.pattern()));

        assertThat(described).isEqualTo(existing);
    }

    @Test
    void saysWhichRoutesAreOpen() {
        for (Route route : Route.ALL) {
            JsonNode operation = api.path("paths")
                    .path(route.pattern())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode()) {
                assertThat(operation.has("security"))
                        .as(route.toString())
                        .isEqualTo(route.permission().equals(Permission.OPEN));
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(api.findValuesAsString("$ref"))
                .allMatch(ref -> !api.at(ref.substring(1)).isMissingNode());
    }
}
