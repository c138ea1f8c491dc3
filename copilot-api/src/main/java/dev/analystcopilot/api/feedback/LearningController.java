package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the service learnt from the team, the switch that stops it, and what it proposes.
@RestController
@RequestMapping("/api/v1")
class LearningController {
    private final Learning learning;
    private final Retraining retraining;
    private final Tuning tuning;
    private final Judgements judgements;
    private final ReactiveBridge bridge;

    LearningController(
            Learning learning,
            Retraining retraining,
            Tuning tuning,
            Judgements judgements,
            ReactiveBridge storeBridge) {
        this.learning = learning;
        this.retraining = retraining;
        this.tuning = tuning;
        this.judgements = judgements;
        this.bridge = storeBridge;
    }

    @GetMapping("/learning")
    Mono<LearningView> learning(@AuthenticationPrincipal Caller caller) {
        return bridge.call(() -> learning.view(caller));
    }

    /// @param enabled false stops it all at once
    record Change(@Nullable Boolean enabled, @Nullable Boolean autoClose) {}

    @PutMapping("/learning")
    Mono<LearningView> change(@AuthenticationPrincipal Caller caller, @RequestBody Change change) {
        if (change.enabled() == null && change.autoClose() == null) {
            throw new ApiFailure.BadRequest("say enabled, autoClose, or both");
        }
        return bridge.call(() -> {
            learning.change(caller, change.enabled(), change.autoClose());
            retraining.settingChanged(caller.tenant());
            return learning.view(caller);
        });
    }

    /// Learns now, from the verdicts there are, instead of after the next few.
    @PostMapping("/learning/retrain")
    Mono<Retraining.Outcome> retrain(@AuthenticationPrincipal Caller caller) {
        return bridge.call(() -> retraining.run(caller.tenant(), caller.login()));
    }

    @GetMapping("/tuning-advice")
    Mono<AdviceView.Items> advice(@AuthenticationPrincipal Caller caller) {
        return bridge.call(() -> new AdviceView.Items(
                tuning.advice(caller).stream().map(AdviceView::of).toList()));
    }

    /// @param expiresAt 90 days ahead if null
    record Acceptance(@Nullable String reason, @Nullable String expiresAt) {}

    @PostMapping("/tuning-advice/{id}/accept")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<VerdictView> accept(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Acceptance acceptance) {
        return bridge.call(() -> VerdictView.of(
                tuning.accept(caller, id, acceptance.reason(), acceptance.expiresAt())
                        .judgement(),
                judgements.now()));
    }
}
