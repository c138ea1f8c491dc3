package dev.analystcopilot.api.view;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.export.CaseExport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A case as a file for other tools.
@RestController
class ExportController {
    private final Database database;
    private final ReactiveBridge bridge;
    private final CaseExport export = new CaseExport(TechniqueCatalog.load());

    ExportController(Database database, ReactiveBridge storeBridge) {
        this.database = database;
        this.bridge = storeBridge;
    }

    @GetMapping("/api/v1/cases/{id}/export")
    Mono<ResponseEntity<byte[]>> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "stix") String format) {
        CaseExport.Format wanted = CaseExport.Format.of(format).orElseThrow(() -> new ApiFailure.BadRequest(known()));
        return bridge.call(() -> database.cases()
                .find(Scope.analyst(caller.tenant()), id)
                .map(CaseRow::document)
                .map(CaseDocuments::ofJson)
                .map(document -> file(document, wanted))
                .orElseThrow(() -> new ApiFailure.NotFound("this case")));
    }

    private ResponseEntity<byte[]> file(CaseDocument document, CaseExport.Format format) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(export.fileName(document, format))
                                .build()
                                .toString())
                .body(export.write(document, format).getBytes(StandardCharsets.UTF_8));
    }

    private static String known() {
        return "format must be one of: "
                + Arrays.stream(CaseExport.Format.values())
                        .map(CaseExport.Format::wireName)
                        .collect(Collectors.joining(", "));
    }
}
