package dev.analystcopilot.api.view;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class ExportTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void store() {
        Samples.store(API.database(), "demo");
    }

    private static ResponseSpec get(Role role, String id, String format) {
        return API.as(role)
                .get()
                .uri("/api/v1/cases/{id}/export?format={format}", id, format)
                .exchange();
    }

    @Test
    void aCaseIsDownloadedAsStix() {
        get(Role.ANALYST, Samples.CASE, "stix")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/stix+json;version=2.1")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"" + Samples.CASE + ".stix.json\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("bundle");
    }

    @Test
    void aCaseIsDownloadedAsALayer() {
        get(Role.ANALYST, Samples.CASE, "navigator")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.versions.layer")
                .isEqualTo("4.5");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        get(Role.ANALYST, "none", "stix").expectStatus().isNotFound();
        get(Role.ANALYST, Samples.CASE, "pdf").expectStatus().isBadRequest();
    }

    @Test
    void staffMayNotTakeCasesAway() {
        get(Role.STAFF, Samples.CASE, "stix").expectStatus().isForbidden();
    }
}
