package dev.analystcopilot.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.local.ServiceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ServiceClientTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void fill() {
        Samples.store(API.database(), "demo");
    }

    @Test
    void findsTheServiceByItsFilesAndStreamsTheAnswer() throws Exception {
        List<String> events = new ArrayList<>();
        try (var client = ServiceClient.of(new ServiceFiles(API.data()))) {
            String id =
                    client.post("/api/v1/conversations", Map.of()).path("id").asString();
            client.stream(
                    "/api/v1/conversations/" + id + "/messages",
                    Map.of("text", "What happened on web-01?", "lang", "en"),
                    (event, data) -> {
                        events.add(event);
                        return !event.equals("done");
                    });
        }

        assertThat(events)
                .startsWith("status")
                .contains("chain", "disposition", "token")
                .endsWith("done");
    }

    @Test
    void saysWhatTheServiceSays() throws Exception {
        try (var client = ServiceClient.of(new ServiceFiles(API.data()))) {
            assertThatThrownBy(() -> client.get("/api/v1/cases/case-none"))
                    .hasMessageContaining("404")
                    .hasMessageContaining("was not found");
        }
    }

    @Test
    void theTokenIsForItsOwnerOnly() throws Exception {
        Path token = API.data().resolve("cli-token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutAServiceSaysHowToStartOne(@TempDir Path empty) {
        assertThatThrownBy(() -> ServiceClient.of(new ServiceFiles(empty))).hasMessageContaining("./copilot run");
    }
}
