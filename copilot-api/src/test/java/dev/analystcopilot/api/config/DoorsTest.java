package dev.analystcopilot.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.local.ServiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class DoorsTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void theTokenLeftForTheCommandLineOpensTheService() {
        String token = new ServiceFiles(API.data()).cliToken().orElseThrow();

        API.anonymous()
                .get()
                .uri("/api/v1/overview")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void nobodyElseReadsWhatOpensDoors() throws IOException {
        String address = API.signInAddress();

        assertThat(API.data().resolve("run/address")).content().isEqualTo(address);
        for (String file : new String[] {"run/address", "cli-token"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(API.data().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatOpensDoorsGoesWithTheService() {
        var _ = API.signInAddress();

        API.stop();

        assertThat(API.data().resolve("run/address")).doesNotExist();
        assertThat(API.data().resolve("cli-token")).doesNotExist();
        API.start();
    }
}
