package dev.analystcopilot.api.web;

import dev.analystcopilot.api.RunningApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("slow")
class PageRoutesTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/case-1/steps"})
    void aViewInsideThePageGetsThePage(String view) {
        get(view).expectStatus().isOk().expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML);
    }

    @Test
    void aFileThatIsNotThereIsNotThePage() {
        get("/assets/gone.js").expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/actuator/env", "/v1/nothing", "/mcp"})
    void whatBelongsToTheServiceIsNeverThePage(String path) {
        get(path).expectStatus().isUnauthorized();
    }

    private static ResponseSpec get(String path) {
        return API.anonymous().get().uri(path).exchange();
    }
}
