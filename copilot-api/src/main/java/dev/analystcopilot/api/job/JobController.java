package dev.analystcopilot.api.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.format.AlertFormats;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.JobStore.Job;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Backlogs handed over as files.
@RestController
@RequestMapping("/api/v1/triage-jobs")
class JobController {
    private final TriageJobs jobs;
    private final Database database;
    private final ReactiveBridge bridge;

    JobController(TriageJobs jobs, Database database, ReactiveBridge storeBridge) {
        this.jobs = jobs;
        this.database = database;
        this.bridge = storeBridge;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> submit(
            @AuthenticationPrincipal Caller caller,
            @RequestPart("file") FilePart file,
            @RequestPart(name = "format", required = false) @Nullable String format) {
        String named = format == null || format.isBlank() ? AlertFormats.AUTO : format.strip();
        if (!AlertFormats.names().contains(named)) {
            throw new ApiFailure.BadRequest("format must be one of " + String.join(", ", AlertFormats.names()));
        }
        String id = UUID.randomUUID().toString();
        return bridge.call(() -> jobs.fileFor(id))
                .flatMap(file::transferTo)
                .then(bridge.run(() -> jobs.submit(Scope.analyst(caller.tenant()), id, named)))
                .thenReturn(ResponseEntity.accepted()
                        .location(URI.create("/api/v1/triage-jobs/" + id))
                        .body(new Accepted(id)));
    }

    @GetMapping("/{id}")
    Mono<JobView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> database.jobs()
                .find(Scope.analyst(caller.tenant()), id)
                .map(JobView::of)
                .orElseThrow(() -> new ApiFailure.NotFound("this job")));
    }

    record Accepted(String id) {}

    /// @param counts JSON object: records, accepted, rejected, deduplicated
    record JobView(
            String id,
            String state,
            String stage,
            double progress,
            @JsonRawValue String counts,
            @Nullable String error) {
        static JobView of(Job job) {
            return new JobView(
                    job.id(),
                    job.state().wireName(),
                    job.stage(),
                    job.progress(),
                    job.counts(),
                    job.error().orElse(null));
        }
    }
}
