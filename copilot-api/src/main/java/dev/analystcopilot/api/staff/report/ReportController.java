package dev.analystcopilot.api.staff.report;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.desk.Report;
import dev.analystcopilot.knowledge.postgres.desk.ReportFile;
import dev.analystcopilot.knowledge.text.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reports of something suspicious over HTTP. Reporters see their own.
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {
    private static final int LONGEST_TEXT = 20_000;

    private final Reports reports;
    private final ReactiveBridge bridge;

    ReportController(Reports reports, ReactiveBridge storeBridge) {
        this.reports = reports;
        this.bridge = storeBridge;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<ReportView>> submit(
            @AuthenticationPrincipal Caller caller,
            @RequestPart(name = "text", required = false) @Nullable String text,
            @RequestPart(name = "file", required = false) @Nullable FilePart file) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST_TEXT) {
            throw new ApiFailure.BadRequest("'text' takes at most " + LONGEST_TEXT + " characters");
        }
        return read(file).flatMap(given -> {
            if (words.isEmpty() && given.isEmpty()) {
                throw new ApiFailure.BadRequest("a report needs 'text', a 'file', or both");
            }
            return bridge.call(() -> reports.submit(caller, new Submission(words, given)))
                    .map(view -> ResponseEntity.created(URI.create("/api/v1/reports/" + view.receipt()))
                            .body(view));
        });
    }

    private static Mono<Optional<ReportFile>> read(@Nullable FilePart file) {
        if (file == null) {
            return Mono.just(Optional.empty());
        }
        return DataBufferUtils.join(file.content(), ReportFile.LARGEST)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        DataBufferLimitException.class,
                        e -> new ApiFailure.BadRequest("the file has more than " + (ReportFile.LARGEST >> 20) + " MB"))
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> Optional.of(GivenFile.of(file.filename(), bytes)))
                .switchIfEmpty(Mono.error(() -> new ApiFailure.BadRequest("the file is empty")));
    }

    /// @param all everyone's, for those who work on reports
    /// @param lang of the messages; the report's own if absent
    @GetMapping
    Mono<List<ReportView>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam @Nullable String lang) {
        Optional<Language> language = language(lang);
        return bridge.call(() -> all ? reports.everyones(caller, language) : reports.own(caller, language));
    }

    @GetMapping("/{id}")
    Mono<ReportView> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("id") String receipt,
            @RequestParam @Nullable String lang) {
        Optional<Language> language = language(lang);
        return bridge.call(() -> reports.one(caller, receipt, language));
    }

    /// What was handed over, to be saved and never shown: it is hostile.
    @GetMapping("/{id}/file")
    Mono<ResponseEntity<byte[]>> file(@AuthenticationPrincipal Caller caller, @PathVariable("id") String receipt) {
        return bridge.call(() -> reports.file(caller, receipt))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(file.bytes()));
    }

    @PostMapping("/{id}/status")
    Mono<ReportView> set(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("id") String receipt,
            @RequestBody StatusRequest request) {
        Report.Status status = request.checkedStatus();
        String message = request.message() == null ? "" : request.message().strip();
        if (message.length() > Report.LONGEST_MESSAGE) {
            throw new ApiFailure.BadRequest("message must not be longer than " + Report.LONGEST_MESSAGE);
        }
        return bridge.call(() -> reports.set(caller, receipt, status, message, Optional.empty()));
    }

    private static Optional<Language> language(@Nullable String code) {
        if (code == null || code.isBlank() || code.equals("auto")) {
            return Optional.empty();
        }
        if (!code.equals("en") && !code.equals("zh")) {
            throw new ApiFailure.BadRequest("lang must be en, zh or auto");
        }
        return Optional.of(Language.ofCode(code));
    }

    record StatusRequest(@Nullable String status, @Nullable String message) {
        Report.Status checkedStatus() {
            try {
                return Report.Status.ofWireName(String.valueOf(status));
            } catch (IllegalArgumentException e) {
                throw new ApiFailure.BadRequest("status must be received, in_review, harmless, attack or closed");
            }
        }
    }
}
