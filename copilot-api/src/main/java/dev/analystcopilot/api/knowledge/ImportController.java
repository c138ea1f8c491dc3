package dev.analystcopilot.api.knowledge;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.knowledge.ImportJobs.Parameters;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.JobStore.Job;
import dev.analystcopilot.knowledge.postgres.OriginStore;
import dev.analystcopilot.knowledge.postgres.OriginStore.Origin;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Files handed over as knowledge, what came of them, and taking them away again.
@RestController
@RequestMapping("/api/v1/knowledge/imports")
class ImportController {
    private static final int RECENT = 20;
    private static final int LONGEST_NAME = 120;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private final ImportJobs jobs;
    private final Imports imports;
    private final OriginStore origins;
    private final UploadLimit limit;
    private final ReactiveBridge bridge;

    ImportController(
            ImportJobs jobs, Imports imports, OriginStore origins, UploadLimit limit, ReactiveBridge ingestBridge) {
        this.jobs = jobs;
        this.imports = imports;
        this.origins = origins;
        this.limit = limit;
        this.bridge = ingestBridge;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> submit(
            @AuthenticationPrincipal Caller caller,
            @RequestPart("file") FilePart file,
            @RequestPart("kind") String kind,
            @RequestPart(name = "audience", required = false) @Nullable String audience) {
        var parameters = new Parameters(kind(kind), name(file.filename()), audience(audience));
        String id = UUID.randomUUID().toString();
        return bridge.call(() -> jobs.fileFor(id, parameters.name()))
                .flatMap(path -> file.transferTo(path).then(bridge.call(() -> checked(id, path))))
                .then(bridge.run(() -> jobs.submit(Scope.analyst(caller.tenant()), id, parameters)))
                .thenReturn(ResponseEntity.accepted()
                        .location(URI.create("/api/v1/knowledge/imports/" + id))
                        .body(new Accepted(id)));
    }

    private boolean checked(String id, Path path) throws IOException {
        if (Files.size(path) > limit.bytes()) {
            jobs.forget(id);
            throw new ApiFailure.BadRequest("the file has more than " + (limit.bytes() >> 20)
                    + " MB: split it, import it with ./copilot import, or raise copilot.upload-limit");
        }
        return true;
    }

    private static String kind(String kind) {
        String named = kind.strip();
        if (!KIND.matcher(named).matches()) {
            throw new ApiFailure.BadRequest(
                    "kind is a word such as runbook, policy, attack, sigma, assets or indicators");
        }
        return named;
    }

    private static String audience(@Nullable String audience) {
        if (audience == null || audience.isBlank()) {
            return "";
        }
        try {
            return Audience.ofWireName(audience.strip()).wireName();
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("audience must be analyst or staff");
        }
    }

    /// The last part of whatever path a browser sends, without what file systems or addresses would stumble over.
    private static String name(String filename) {
        String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|%]", "_").strip();
        String cut = plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
        return cut.isEmpty() || cut.equals(".") || cut.equals("..") ? "upload" : cut;
    }

    @GetMapping
    Mono<Overview> list(@AuthenticationPrincipal Caller caller) {
        Scope scope = Scope.analyst(caller.tenant());
        return bridge.call(() -> new Overview(
                origins.list(scope).stream().map(OriginView::of).toList(),
                jobs.recent(scope, RECENT).stream().map(JobView::of).toList()));
    }

    @GetMapping("/{id}")
    Mono<JobView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> jobs.find(Scope.analyst(caller.tenant()), id)
                .map(JobView::of)
                .orElseThrow(() -> new ApiFailure.NotFound("this import")));
    }

    /// @param id the origin, such as `runbook:ours.zip`
    @DeleteMapping("/{id}")
    Mono<Removed> remove(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> {
            int removed = imports.remove(Scope.analyst(caller.tenant()), id);
            if (removed == 0) {
                throw new ApiFailure.NotFound("an import of this name");
            }
            return new Removed(removed);
        });
    }

    record Accepted(String id) {}

    record Removed(int removed) {}

    record Overview(List<OriginView> items, List<JobView> jobs) {}

    record OriginView(
            String id,
            String kind,
            String name,
            boolean shipped,
            long documents,
            long passages,
            long toEmbed,
            long embedded,
            int version,
            Instant importedAt) {
        static OriginView of(Origin origin) {
            return new OriginView(
                    origin.id(),
                    origin.kind(),
                    origin.name(),
                    origin.shipped(),
                    origin.documents(),
                    origin.passages(),
                    origin.toEmbed(),
                    origin.embedded(),
                    origin.version(),
                    origin.importedAt());
        }
    }

    /// @param parameters JSON object: kind, name, audience
    /// @param counts JSON object: origin, changed, unchanged, removed, passages, problemCount, problems
    record JobView(
            String id,
            String state,
            String stage,
            double progress,
            @JsonRawValue String parameters,
            @JsonRawValue String counts,
            @Nullable String error,
            Instant createdAt) {
        static JobView of(Job job) {
            return new JobView(
                    job.id(),
                    job.state().wireName(),
                    job.stage(),
                    job.progress(),
                    job.parameters(),
                    job.counts(),
                    job.error().orElse(null),
                    job.createdAt());
        }
    }
}
