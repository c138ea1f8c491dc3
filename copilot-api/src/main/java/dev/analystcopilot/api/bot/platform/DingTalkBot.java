package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// A robot of DingTalk (钉钉): messages to it, answered at the address that each message brings along. The signature is
/// over the time alone, so the time is taken strictly and a message is heard once.
public final class DingTalkBot implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(DingTalkBot.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String DIRECT = "1";

    private final String secret;
    private final Outgoing outgoing;
    private final Clock clock;

    /// @param secret of the app
    public DingTalkBot(String secret, Outgoing outgoing, Clock clock) {
        this.secret = secret;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dingtalk";
    }

    @Override
    public Style style() {
        return Style.DINGTALK;
    }

    @Override
    public Heard hear(Call call) {
        String time = call.header("timestamp");
        Signatures.requireFresh(Signatures.ofMillis(time), clock.instant(), WINDOW);
        byte[] signed = Signatures.hmac(Signatures.utf8(secret), Signatures.utf8(time + "\n" + secret));
        Signatures.require(Base64.getEncoder().encodeToString(signed), call.header("sign"));
        JsonNode body = call.json();
        if (!body.path("msgtype").asString("").equals("text")) {
            return Heard.Said.NOTHING;
        }
        String webhook = body.path("sessionWebhook").asString("");
        if (!outgoing.allows(webhook)) {
            throw new ApiFailure.BadRequest("'sessionWebhook' is no address of DingTalk");
        }
        String room = body.path("conversationId").asString("");
        String sender = body.path("senderStaffId").asString("");
        String user = sender.isEmpty() ? body.path("senderId").asString("") : sender;
        return new Heard.Asked(
                new Question(
                        body.path("msgId").asString(""),
                        user,
                        room,
                        body.path("conversationType").asString("").equals(DIRECT),
                        room + ":" + user,
                        body.path("text").path("content").asString("").strip(),
                        webhook),
                Heard.Said.NOTHING);
    }

    @Override
    public Mono<Void> reply(Question question, String text) {
        Map<String, Object> message = Map.of(
                "msgtype",
                "markdown",
                "markdown",
                Map.of("title", "Analyst Copilot", "text", "@" + question.user() + "\n\n" + text),
                "at",
                Map.of("atUserIds", List.of(question.user()), "isAtAll", false));
        return outgoing.post(question.to(), "", message)
                .doOnNext(answer -> {
                    if (answer.path("errcode").asInt(0) != 0) {
                        LOG.warn(
                                "DingTalk did not take an answer: {}",
                                answer.path("errcode").asInt(0));
                    }
                })
                .then();
    }
}
