package dev.analystcopilot.api.ingest;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.job.AlertIntake;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.IntakeResult;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.format.AlertFormats;
import dev.analystcopilot.knowledge.format.AlertInputException;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.report.IntakeCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Takes alerts as an object, an array, NDJSON or any of the file formats. The body is read as it arrives, whatever its
/// size: the sender is slowed down to the database's pace.
@RestController
class IngestController {
    private static final int BUFFERS_AHEAD = 16;

    private final AlertIntake intake;
    private final ReactiveBridge bridge;
    private final BackgroundTriage triage;

    IngestController(AlertIntake intake, ReactiveBridge ingestBridge, BackgroundTriage triage) {
        this.intake = intake;
        this.bridge = ingestBridge;
        this.triage = triage;
    }

    @PostMapping("/api/v1/alerts")
    Mono<Receipt> deliver(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = AlertFormats.AUTO) String format,
            ServerHttpRequest request) {
        if (!AlertFormats.names().contains(format)) {
            throw new ApiFailure.BadRequest("format must be one of " + String.join(", ", AlertFormats.names()));
        }
        Scope scope = Scope.analyst(caller.tenant());
        return bridge.call(() -> {
            try (InputStream body = DataBufferUtils.subscriberInputStream(request.getBody(), BUFFERS_AHEAD)) {
                return take(scope, body, format);
            }
        });
    }

    private Receipt take(Scope scope, InputStream body, String format) throws IOException {
        try {
            IntakeResult result =
                    intake.take(scope, AlertSource.stream("the request's body", body), format, bytes -> {});
            if (result.addedAny()) {
                triage.request(scope.tenant());
            }
            return Receipt.of(result);
        } catch (AlertInputException e) {
            throw new ApiFailure.BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /// @param errors the first of the rejected records, with their numbers
    record Receipt(long records, long accepted, long rejected, long deduplicated, List<IntakeResult.Error> errors) {
        static Receipt of(IntakeResult result) {
            IntakeCounts counts = result.counts();
            return new Receipt(
                    counts.records(), counts.accepted(), counts.rejected(), counts.deduplicated(), result.errors());
        }
    }
}
