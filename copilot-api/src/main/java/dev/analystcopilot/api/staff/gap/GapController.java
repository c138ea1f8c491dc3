package dev.analystcopilot.api.staff.gap;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.desk.Gap;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Questions that no document answered, for leads: to answer, or to dismiss.
@RestController
@RequestMapping("/api/v1/knowledge/gaps")
class GapController {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final Gaps gaps;
    private final ReactiveBridge bridge;

    GapController(Gaps gaps, ReactiveBridge storeBridge) {
        this.gaps = gaps;
        this.bridge = storeBridge;
    }

    /// @param all those that were answered or dismissed, too
    @GetMapping
    Mono<List<GapView>> list(
            @AuthenticationPrincipal Caller caller, @RequestParam(defaultValue = "false") boolean all) {
        return bridge.call(
                () -> gaps.list(caller, all).stream().map(GapView::of).toList());
    }

    @PostMapping("/{id}/answer")
    Mono<GapView> answer(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody AnswerRequest request) {
        String title = required("title", request.title(), LONGEST_TITLE);
        String text = required("text", request.text(), LONGEST_TEXT);
        Language language = language(request.language());
        return bridge.call(() -> GapView.of(gaps.answer(caller, id, title, text, language)));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> dismiss(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return bridge.run(() -> gaps.dismiss(caller, id))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static String required(String name, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new ApiFailure.BadRequest("'" + name + "' takes 1 to " + longest + " characters");
        }
        return text;
    }

    private static Language language(@Nullable String code) {
        if (code == null || (!code.equals("en") && !code.equals("zh"))) {
            throw new ApiFailure.BadRequest("'language' is en or zh");
        }
        return Language.ofCode(code);
    }

    record AnswerRequest(
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {}

    record GapView(String id, String question, String language, long times, Instant lastAsked, String status) {
        static GapView of(Gap gap) {
            return new GapView(
                    gap.id(),
                    gap.question(),
                    gap.language().code(),
                    gap.times(),
                    gap.lastAsked(),
                    gap.status().wireName());
        }
    }
}
