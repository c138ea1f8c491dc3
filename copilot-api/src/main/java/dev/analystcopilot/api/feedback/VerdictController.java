package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.feedback.VerdictRequest.Wanted;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What people judge about alerts and cases.
@RestController
@RequestMapping("/api/v1/verdicts")
class VerdictController {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private final Judgements judgements;
    private final Retraining retraining;
    private final ReactiveBridge bridge;

    VerdictController(Judgements judgements, Retraining retraining, ReactiveBridge storeBridge) {
        this.judgements = judgements;
        this.retraining = retraining;
        this.bridge = storeBridge;
    }

    /// Who is signed in answers for it. The same again changes nothing and says so with 200 instead of 201.
    @PostMapping
    Mono<ResponseEntity<VerdictView>> give(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody VerdictRequest request) {
        Wanted wanted = request.checked(key, judgements.now());
        return bridge.call(() -> {
            var given = judgements.give(caller, wanted);
            retraining.judged(caller.tenant());
            return ResponseEntity.status(given.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(view(given.judgement()));
        });
    }

    /// Takes a verdict back: it stays listed, and counts no more.
    @DeleteMapping("/{id}")
    Mono<VerdictView> undo(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.call(() -> {
            Judgement undone = judgements.undo(caller, id);
            retraining.judged(caller.tenant());
            return view(undone);
        });
    }

    /// @param subject `alert:…`, `case:…` or `fingerprint:…`; everything, the latest first, if null
    @GetMapping
    Mono<Verdicts> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable Integer limit) {
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (most < 1 || most > MOST) {
            throw new ApiFailure.BadRequest("limit must be 1 to " + MOST);
        }
        if (subject == null || subject.isBlank()) {
            return bridge.call(() -> views(judgements.latest(caller, most)));
        }
        int colon = subject.indexOf(':');
        if (colon < 1 || colon == subject.length() - 1) {
            throw new ApiFailure.BadRequest("subject must be kind:id, such as case:case-0a1b2c3d4e5f");
        }
        Subject kind = VerdictRequest.kind(subject.substring(0, colon));
        return bridge.call(() -> views(judgements.about(caller, kind, subject.substring(colon + 1)).stream()
                .limit(most)
                .toList()));
    }

    private Verdicts views(List<Judgement> found) {
        return new Verdicts(found.stream().map(this::view).toList());
    }

    private VerdictView view(Judgement judgement) {
        return VerdictView.of(judgement, judgements.now());
    }

    record Verdicts(List<VerdictView> items) {}
}
