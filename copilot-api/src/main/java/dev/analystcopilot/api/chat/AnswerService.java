package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.grounding.ClaimStream;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.guard.Lookout;
import dev.analystcopilot.api.guard.OutputFilter;
import dev.analystcopilot.api.guard.Screen;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.ChatEvent.Status;
import dev.analystcopilot.api.inquiry.ChatEvent.Tool;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.Researcher;
import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.llm.LanguageModel;
import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.llm.LlmEvent;
import dev.analystcopilot.api.llm.LlmFailure;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Answers a question as a stream of events:
///
/// 1. at once, that it is being worked on;
/// 2. what code decided: chain, disposition, actions, as stored;
/// 3. words, from the language model if there is one and it is well, each sentence checked before it is sent; else from
///    the narrator, who also takes over where the model fails in the middle or says nothing that is borne out;
/// 4. the end.
///
/// Whatever happens, the stream ends in time and with `done` or `error`.
@Component
public class AnswerService {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerService.class);
    private static final Duration RESEARCH = Duration.ofSeconds(10);
    /// Pieces that may wait for their check: what is to come waits where the model is listened to.
    private static final int AHEAD = 16;

    private final List<Researcher> researchers;
    private final ConfiguredModel model;
    private final Prompts prompts;
    private final StoredThings stored;
    private final Opinions opinions;
    private final ClaimMetrics metrics;
    private final Screen screen;
    private final ReactiveBridge bridge;

    AnswerService(
            List<Researcher> researchers,
            ConfiguredModel model,
            Prompts prompts,
            StoredThings stored,
            Opinions opinions,
            ClaimMetrics metrics,
            Screen screen,
            ReactiveBridge chatBridge) {
        this.researchers = List.copyOf(researchers);
        this.model = model;
        this.prompts = prompts;
        this.stored = stored;
        this.opinions = opinions;
        this.metrics = metrics;
        this.screen = screen;
        this.bridge = chatBridge;
    }

    /// @param keep given the finished answer, before its last event; may block
    public Flux<ChatEvent> answer(Inquiry inquiry, Consumer<Transcript> keep) {
        return answer(Mono.just(inquiry), inquiry.language(), keep);
    }

    /// The same for a question that is yet to be written down: it is said before that, that it is being worked on.
    ///
    /// @param language of what is said before
    Flux<ChatEvent> answer(Mono<Inquiry> asked, Language language, Consumer<Transcript> keep) {
        boolean chinese = language == Language.ZH;
        var begun = new Status("reading", chinese ? "正在查看证据" : "Looking at the evidence");
        return Flux.defer(() -> {
                    long since = System.nanoTime();
                    Flux<ChatEvent> rest = asked.flatMapMany(inquiry -> bridge.call(() -> research(inquiry), RESEARCH)
                            .flatMapMany(findings -> told(inquiry, findings, since, keep)));
                    return Flux.concat(Mono.just(begun), rest);
                })
                .onErrorResume(error -> Mono.just(failed(chinese, error)))
                .map(OutputFilter::inert);
    }

    private Findings research(Inquiry inquiry) {
        Findings findings = researchers.stream()
                .filter(researcher -> researcher.serves(inquiry.caller()))
                .findFirst()
                .orElseThrow(() -> new ApiFailure.Forbidden("your roles do not include asking"))
                .research(inquiry);
        return screen.told(inquiry, findings);
    }

    /// @param since when it was asked, by [System#nanoTime()]
    private Flux<ChatEvent> told(Inquiry inquiry, Findings findings, long since, Consumer<Transcript> keep) {
        var transcript = new Transcript(
                since,
                new ClaimStream(findings.book(), stored.proofs(inquiry), inquiry.text(), inquiry.language()),
                item -> stored.has(inquiry, item));
        Flux<ChatEvent> end = bridge.call(() -> {
                    metrics.count(transcript.tally());
                    keep.accept(transcript);
                    return (ChatEvent) transcript.done();
                })
                .flux();
        // What was sent is not kept while the words come.
        var unsent = new AtomicReference<>(findings.events());
        Flux<ChatEvent> decided = Flux.defer(() -> Flux.fromIterable(unsent.getAndSet(List.of())));
        return Flux.concat(decided, words(inquiry, findings.sent(), transcript), end);
    }

    private Flux<ChatEvent> words(Inquiry inquiry, Findings findings, Transcript transcript) {
        if (findings.settled()) {
            return byNarrator(findings, transcript);
        }
        return model.model()
                .map(present -> byModel(present, inquiry, findings, transcript)
                        .onErrorResume(LlmFailure.class, failure -> {
                            LOG.warn("The language model failed ({}); the narrator answers", failure.kind());
                            return Flux.concat(
                                    takeover(inquiry, failure, transcript), byNarrator(findings, transcript));
                        }))
                .orElseGet(() -> byNarrator(findings, transcript));
    }

    private Flux<ChatEvent> byModel(LanguageModel present, Inquiry inquiry, Findings findings, Transcript transcript) {
        Lookout lookout = screen.lookout(inquiry, findings);
        return Flux.defer(() -> {
                    LOG.debug("Asking {} with {}", present.name(), prompts.version());
                    int offered = findings.book().items().size();
                    return present.answer(() -> conversation(inquiry, findings, offered));
                })
                .publishOn(bridge.scheduler(), AHEAD)
                .concatMapIterable(event -> switch (event) {
                    case LlmEvent.Began began -> {
                        transcript.provider(began.provider());
                        yield began.instead().<ChatEvent>map(why -> instead(inquiry, began.provider())).stream()
                                .toList();
                    }
                    case LlmEvent.Capped ignored -> List.<ChatEvent>of(capped(inquiry));
                    case LlmEvent.Text text -> {
                        transcript.by(Transcript.BY_MODEL);
                        yield transcript.said(text.text());
                    }
                    case LlmEvent.ToolUsed used -> {
                        List<ChatEvent> seen = new ArrayList<>();
                        shown(used, findings).ifPresent(seen::add);
                        seen.addAll(findings.side().drain());
                        seen.addAll(lookout.added());
                        yield seen;
                    }
                    case LlmEvent.Working ignored -> List.<ChatEvent>of();
                })
                .concatWith(Flux.defer(() -> ended(inquiry, findings, transcript)));
    }

    /// What is not among the asker's tools was not looked up: its words are the model's own, so nobody sees them.
    private static Optional<ChatEvent> shown(LlmEvent.ToolUsed used, Findings findings) {
        boolean offered = findings.tools().stream().anyMatch(tool -> tool.name().equals(used.name()));
        return offered ? Optional.of(new Tool(used.name(), used.arguments(), used.summary())) : Optional.empty();
    }

    /// An answer of which nothing is borne out is replaced by the narrator's.
    private Flux<ChatEvent> ended(Inquiry inquiry, Findings findings, Transcript transcript) {
        List<ChatEvent> events = new ArrayList<>(transcript.ended());
        opinions.of(inquiry, findings, transcript).ifPresent(events::add);
        if (transcript.proven()) {
            return Flux.fromIterable(events);
        }
        events.add(new Status(
                "fallback",
                inquiry.pick(
                        "Nothing that the language model said could be proven: the answer is composed from the same"
                                + " evidence without it",
                        "语言模型所说的内容均无法核实：以下回答由程序根据同样的证据生成")));
        return Flux.concat(Flux.fromIterable(events), byNarrator(findings, transcript));
    }

    private static Status instead(Inquiry inquiry, String provider) {
        return new Status(
                "fallback",
                inquiry.pick(
                        "The first language model cannot answer; %s does".formatted(provider),
                        "首选语言模型无法回答，改由 %s 回答".formatted(provider)));
    }

    private static Status capped(Inquiry inquiry) {
        return new Status(
                "limit",
                inquiry.pick(
                        "The limit for one answer is reached: answering with what was found", "已达到单次回答的上限：根据已查到的内容作答"));
    }

    /// @param offered so much of the evidence was there before anything was looked up
    private LlmConversation conversation(Inquiry inquiry, Findings findings, int offered) {
        var evidence = findings.book().items().subList(0, offered);
        List<Turn> turns = new ArrayList<>(inquiry.before());
        turns.add(new Turn(Speaker.USER, prompts.question(inquiry.text(), evidence)));
        return new LlmConversation(inquiry.caller().tenant(), findings.rules(), turns, findings.tools());
    }

    private Flux<ChatEvent> takeover(Inquiry inquiry, LlmFailure failure, Transcript transcript) {
        String why = String.valueOf(failure.getMessage());
        var status = new Status(
                "fallback",
                inquiry.pick(
                        why + ": the answer is composed from the same evidence without it",
                        "语言模型暂不可用（" + failure.kind().name() + "）：以下回答由程序根据同样的证据生成"));
        return Flux.defer(() -> {
            transcript.brokeOff();
            List<ChatEvent> events = new ArrayList<>();
            events.add(status);
            if (!transcript.empty()) {
                events.addAll(transcript.told(new GroundedPiece.Text("\n\n---\n\n")));
            }
            return Flux.fromIterable(events);
        });
    }

    private Flux<ChatEvent> byNarrator(Findings findings, Transcript transcript) {
        return Flux.defer(() -> {
                    transcript.by(Transcript.BY_NARRATOR);
                    return Flux.fromIterable(findings.narration());
                })
                .publishOn(bridge.scheduler(), AHEAD)
                .concatMapIterable(transcript::told);
    }

    private static ChatEvent failed(boolean chinese, Throwable error) {
        if (error instanceof ApiFailure failure) {
            return new ChatEvent.Failed(
                    chinese ? "无法回答" : "This cannot be answered", String.valueOf(failure.getMessage()), false);
        }
        LOG.error("An answer failed", error);
        return new ChatEvent.Failed(
                chinese ? "回答未能完成" : "The answer could not be completed",
                chinese
                        ? "服务内部出错，详情见日志。请再试一次。"
                        : "Something went wrong in the service; its log says what. Please ask again.",
                true);
    }
}
