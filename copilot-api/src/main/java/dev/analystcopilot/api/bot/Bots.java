package dev.analystcopilot.api.bot;

import dev.analystcopilot.api.bot.platform.Call;
import dev.analystcopilot.api.bot.platform.Heard;
import dev.analystcopilot.api.bot.platform.Heard.Said;
import dev.analystcopilot.api.bot.platform.Platform;
import dev.analystcopilot.api.bot.platform.Question;
import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.chat.AnswerService;
import dev.analystcopilot.api.client.PlainAnswer;
import dev.analystcopilot.api.client.Turnstile;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/// Hears what platforms say and answers there: at once where a platform wants it so, else later in the thread. A
/// message
/// that comes twice is answered once.
public final class Bots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bots.class);
    private static final Duration LATER = Duration.ofSeconds(90);
    /// Platforms that wait for the answer give up after five seconds.
    private static final Duration NOW = Duration.ofMillis(4_200);

    private final Map<String, Bot> bots;
    private final String tenant;
    private final Threads threads;
    private final Accounts accounts;
    private final AnswerService answers;
    private final Turnstile turnstile;
    private final ReactiveBridge bridge;
    private final LanguageDetector detector = new LanguageDetector();
    private final Disposable.Composite underWay = Disposables.composite();

    /// A platform that is set up, and what its people may see.
    public record Bot(Platform platform, Rights rights) {}

    public Bots(
            List<Bot> bots,
            String tenant,
            Threads threads,
            Accounts accounts,
            AnswerService answers,
            Turnstile turnstile,
            ReactiveBridge chatBridge) {
        this.bots = bots.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        bot -> bot.platform().name(), bot -> bot));
        this.tenant = tenant;
        this.threads = threads;
        this.accounts = accounts;
        this.answers = answers;
        this.turnstile = turnstile;
        this.bridge = chatBridge;
    }

    /// @return what the platform gets as the response
    Mono<Said> hear(String name, Call call) {
        Bot bot = bots.get(name);
        if (bot == null) {
            return Mono.error(new ApiFailure.NotFound("this bot"));
        }
        return bridge.call(() -> bot.platform().hear(call)).flatMap(heard -> switch (heard) {
            case Said said -> Mono.just(said);
            case Heard.Asked asked ->
                first(name, asked.question()).map(isFirst -> {
                    if (isFirst) {
                        begin(bot, asked.question());
                    }
                    return asked.acknowledged();
                });
            case Heard.AskedNow asked ->
                first(name, asked.question())
                        .flatMap(isFirst -> isFirst
                                ? answer(bot, asked.question())
                                        .timeout(NOW, Mono.fromCallable(() -> late(asked.question())))
                                        .map(words -> new Said(
                                                asked.type(), asked.response().apply(words.in(asked.style()))))
                                : Mono.just(Said.NOTHING));
        });
    }

    private Mono<Boolean> first(String name, Question question) {
        return bridge.call(() -> threads.isFirst(name, tenant, question));
    }

    /// Goes on after the response; ends with the service.
    private void begin(Bot bot, Question question) {
        var slot = Disposables.swap();
        underWay.add(slot);
        slot.update(answer(bot, question)
                .timeout(LATER, Mono.fromCallable(() -> late(question)))
                .flatMap(words ->
                        bot.platform().reply(question, words.in(bot.platform().style())))
                .doFinally(signal -> underWay.remove(slot))
                .subscribe(
                        nothing -> {},
                        error -> LOG.warn(
                                "An answer did not reach {}: {}",
                                bot.platform().name(),
                                error.getClass().getSimpleName())));
    }

    private Mono<Words> answer(Bot bot, Question question) {
        String platform = bot.platform().name();
        if (question.text().isBlank()) {
            return Mono.just(greeting());
        }
        return bridge.call(() ->
                        threads.ask(platform, bot.rights().caller(platform, tenant, question, accounts), question))
                .flatMap(this::words)
                .onErrorResume(error -> {
                    LOG.warn("A question on {} could not be answered", platform, error);
                    return Mono.fromCallable(() -> unable(question));
                });
    }

    private Mono<Words> words(Threads.Talk talk) {
        Inquiry inquiry = talk.inquiry();
        var answer = new PlainAnswer(inquiry);
        var body = new StringBuilder();
        return turnstile
                .through(inquiry.caller(), answers.answer(inquiry, transcript -> threads.keep(talk, transcript)))
                .doOnNext(event -> {
                    String text = answer.take(event);
                    if (!(event instanceof ChatEvent.Done)) {
                        body.append(text);
                    }
                })
                .then(Mono.fromCallable(() -> answer.outcome()
                        .failed()
                        .map(failed -> Words.plain(failed.title() + ". " + failed.detail(), inquiry.inChinese()))
                        .orElseGet(() -> new Words(body.toString(), answer.closing(), inquiry.inChinese()))));
    }

    private Words late(Question question) {
        return inLanguageOf(
                question,
                "This takes longer than I may take here. Please ask again in a moment, or on the web page.",
                "回答用时超出了这里的限制，请稍后再问，或到网页上提问。");
    }

    private Words unable(Question question) {
        return inLanguageOf(
                question,
                "Sorry, this could not be answered just now. Please try again; if it is urgent, call the security team.",
                "抱歉，暂时无法回答，请再试一次；如情况紧急，请直接联系安全团队。");
    }

    private static Words greeting() {
        return Words.plain(
                "Ask me a security question, such as \"I clicked a link, what now?\" / 请直接提问，例如“我点了可疑链接怎么办？”", false);
    }

    /// May block.
    private Words inLanguageOf(Question question, String english, String chinese) {
        boolean inChinese = detector.detect(question.text()) == Language.ZH;
        return Words.plain(inChinese ? chinese : english, inChinese);
    }

    @Override
    public void close() {
        underWay.dispose();
    }
}
