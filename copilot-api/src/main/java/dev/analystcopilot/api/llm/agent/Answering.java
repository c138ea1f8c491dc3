package dev.analystcopilot.api.llm.agent;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.Cap;
import dev.analystcopilot.api.llm.Caps;
import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmEvent;
import dev.analystcopilot.api.llm.LlmFailure;
import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.analystcopilot.api.llm.LlmSettings.Tools;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.llm.Veil;
import dev.analystcopilot.api.llm.provider.Able;
import dev.analystcopilot.api.llm.provider.Line;
import dev.analystcopilot.api.llm.provider.Piece;
import dev.analystcopilot.api.llm.provider.Provider;
import dev.analystcopilot.api.llm.provider.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// The making of one answer. What was looked up for one model is there for the next one, should it have to take over.
public final class Answering {
    private static final String ANSWER_NOW =
            "Nothing more can be looked up. Answer the question now, in words, with what stands above.";
    private static final double FILLED = 0.9;
    private static final int CHARACTERS_PER_TOKEN = 3;
    private static final int TOKENS_PER_TOOL = 130;
    private static final int LEAST_FOR_WORDS = 512;
    private static final int WORDS_SHARE = 8;

    private final Kept kept;
    private final Caps caps;
    private final Scheduler blocking;
    private static final PlanPrompt PLAN_PROMPT = new PlanPrompt();
    private final Lookups lookups;
    private final Spending spending;
    /// What was looked up so far: the model's calls and their results.
    private final List<Line> looked = new ArrayList<>();
    private volatile boolean spoke;
    private volatile @Nullable Provider asked;

    /// @param conversation is composed again where it is needed after it was let go
    /// @param blocking where tools run
    public Answering(Supplier<LlmConversation> conversation, Caps caps, Scheduler blocking) {
        this.kept = new Kept(requireNonNull(conversation, "conversation"));
        this.caps = requireNonNull(caps, "caps");
        this.blocking = requireNonNull(blocking, "blocking");
        this.lookups = new Lookups(kept.tools());
        this.spending = new Spending(caps);
    }

    /// Whether words of an answer have been given out: then no other model goes on.
    public boolean spoke() {
        return spoke;
    }

    /// What is to be answered.
    public LlmConversation conversation() {
        return kept.conversation();
    }

    /// Who was asked last.
    public Optional<Provider> asked() {
        return Optional.ofNullable(asked);
    }

    /// The answer by one provider. Ends with an [LlmFailure] where it fails; then another one can be tried.
    public Flux<LlmEvent> by(Provider provider, Veil veil) {
        return Flux.defer(() -> {
            asked = provider;
            return attempt(provider, veil)
                    // Learnt from: the second time it is asked for less, or in another way.
                    .onErrorResume(
                            LlmFailure.class,
                            failure -> !spoke && (failure.kind() == Kind.NO_TOOLS || failure.kind() == Kind.TOO_LONG)
                                    ? attempt(provider, veil)
                                    : Flux.error(failure));
        });
    }

    private Flux<LlmEvent> attempt(Provider provider, Veil veil) {
        return provider.ability().flatMapMany(able -> {
            var model = new Asked(provider, veil, able);
            lookups.room((int) (able.context() * caps.toolShare() * CHARACTERS_PER_TOKEN));
            List<LlmTool> tools = kept.tools();
            if (tools.isEmpty() || able.tools() == Tools.NONE) {
                return words(model, List.of(), looked.isEmpty() ? "" : ANSWER_NOW);
            }
            if (able.tools() == Tools.PLAN) {
                return looked.isEmpty() ? planned(model) : words(model, List.of(), ANSWER_NOW);
            }
            return spending.reached(lookups).map(cap -> capped(model, cap)).orElseGet(() -> words(model, tools, ""));
        });
    }

    private record Asked(Provider provider, Veil veil, Able able) {}

    /// One request, its words streamed, and whatever follows from it.
    ///
    /// @param last said after everything else; nothing if empty
    private Flux<LlmEvent> words(Asked model, List<LlmTool> tools, String last) {
        var hearing = new Hearing(!tools.isEmpty(), spending, this::spoken);
        return model.provider()
                .ask(request(model, tools, last))
                .<LlmEvent>handle(hearing::hear)
                .takeUntil(LlmEvent.Capped.class::isInstance)
                .concatWith(Flux.defer(() -> hearing.end()
                        .map(end -> after(model, tools, hearing, end))
                        .orElseGet(Flux::empty)));
    }

    private Flux<LlmEvent> after(Asked model, List<LlmTool> tools, Hearing hearing, Piece.End end) {
        spending.request(end.usage(), model.provider().settings());
        List<Line.Call> calls = end.calls().isEmpty() && !tools.isEmpty() && hearing.holds()
                ? Plan.of(end.text(), names(tools))
                : end.calls();
        if (calls.isEmpty() || tools.isEmpty()) {
            if (tools.isEmpty() && end.text().isBlank()) {
                return Flux.error(new LlmFailure(Kind.EMPTY, null));
            }
            return hearing.release();
        }
        spending.round();
        String said = end.calls().isEmpty() ? "" : end.text();
        looked.add(new Line.Model(said, calls));
        return carriedOut(calls).concatWith(Flux.defer(() -> {
            if (lookups.broken() > 1 || lookups.repeats() > 1) {
                model.provider().strugglesWithTools();
            }
            return spending.reached(lookups).map(cap -> capped(model, cap)).orElseGet(() -> words(model, tools, ""));
        }));
    }

    private Flux<LlmEvent> capped(Asked model, Cap cap) {
        return Flux.concat(Flux.just(new LlmEvent.Capped(cap)), words(model, List.of(), ANSWER_NOW));
    }

    private Flux<LlmEvent> carriedOut(List<Line.Call> calls) {
        return Flux.fromIterable(calls)
                .concatMap(call -> Mono.<LlmEvent>fromCallable(() -> {
                            LlmTool.Answer answer = spending.call()
                                    ? lookups.look(call)
                                    : new LlmTool.Answer("error: no more lookups", "no more lookups");
                            looked.add(new Line.Result(call, answer.forModel()));
                            return new LlmEvent.ToolUsed(call.tool(), call.arguments(), answer.summary());
                        })
                        .subscribeOn(blocking));
    }

    /// A plan in plain text, its lookups, and the answer from what they gave.
    private Flux<LlmEvent> planned(Asked model) {
        List<LlmTool> few = PlanPrompt.fewer(kept.tools());
        var end = new AtomicReference<Piece.@Nullable End>();
        int room = model.able().context() / 2;
        List<Line> lines = List.of(
                new Line.System(PLAN_PROMPT.of(few)),
                new Line.User(Fit.evidence(conversation().turns().getLast().text(), room)));
        Flux<LlmEvent> plan = model.provider()
                .ask(new Request(lines, List.of(), model.veil()))
                .handle((piece, sink) -> {
                    if (piece instanceof Piece.End last) {
                        end.set(last);
                    }
                    sink.next(new LlmEvent.Working());
                });
        return plan.concatWith(Flux.defer(() -> {
            Piece.End said = end.get();
            if (said == null) {
                return Flux.error(new LlmFailure(Kind.EMPTY, null));
            }
            spending.request(said.usage(), model.provider().settings());
            List<Line.Call> calls = Plan.of(said.text(), names(few));
            spending.round();
            return carriedOut(calls).concatWith(Flux.defer(() -> words(model, List.of(), "")));
        }));
    }

    private Request request(Asked model, List<LlmTool> tools, String last) {
        boolean byProtocol = model.able().tools() == Tools.NATIVE;
        List<Line> after = new ArrayList<>(byProtocol ? looked : asText());
        if (!last.isEmpty()) {
            after.add(new Line.User(last));
        }
        int context = model.able().context();
        int taken = after.stream().mapToInt(Line::tokens).sum()
                + tools.size() * TOKENS_PER_TOOL
                + Math.max(LEAST_FOR_WORDS, context / WORDS_SHARE);
        List<Line> lines = new ArrayList<>(Fit.opening(conversation(), (int) (context * FILLED) - taken));
        lines.addAll(after);
        return new Request(lines, tools, model.veil());
    }

    /// What was looked up as plain text, for models that know no tools.
    private List<Line> asText() {
        String results = looked.stream()
                .filter(Line.Result.class::isInstance)
                .map(line -> ((Line.Result) line).text())
                .collect(Collectors.joining("\n"));
        return results.isEmpty()
                ? List.of()
                : List.of(new Line.User("Looked up for this question:\n" + results + "\nAnswer the question above."));
    }

    private static Set<String> names(List<LlmTool> tools) {
        return tools.stream().map(LlmTool::name).collect(Collectors.toSet());
    }

    private LlmEvent spoken(String text) {
        if (!spoke) {
            spoke = true;
            kept.letGo();
        }
        return new LlmEvent.Text(text);
    }
}
