package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Slack's Events API: mentions in channels and direct messages, answered in the thread by `chat.postMessage`.
public final class SlackBot implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v0";

    private final byte[] signingSecret;
    private final String token;
    private final String base;
    private final Outgoing outgoing;
    private final Clock clock;

    /// @param token of the bot, `xoxb-…`
    /// @param base `https://slack.com`
    public SlackBot(String signingSecret, String token, String base, Outgoing outgoing, Clock clock) {
        this.signingSecret = Signatures.utf8(signingSecret);
        this.token = token;
        this.base = base;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Style style() {
        return Style.SLACK;
    }

    @Override
    public Heard hear(Call call) {
        String time = call.header("X-Slack-Request-Timestamp");
        Signatures.requireFresh(time, clock.instant(), WINDOW);
        byte[] signed = Signatures.hmac(signingSecret, Signatures.utf8(VERSION + ":" + time + ":" + call.body()));
        Signatures.require(VERSION + "=" + HexFormat.of().formatHex(signed), call.header("X-Slack-Signature"));
        JsonNode body = call.json();
        return switch (body.path("type").asString("")) {
            case "url_verification" -> Heard.Said.text(body.path("challenge").asString(""));
            case "event_callback" -> event(body);
            default -> Heard.Said.NOTHING;
        };
    }

    /// A mention in a channel, or a person's own message in a direct conversation; what bots say is passed over, our
    /// own
    /// answers among it.
    private static Heard event(JsonNode body) {
        JsonNode event = body.path("event");
        String type = event.path("type").asString("");
        boolean direct = event.path("channel_type").asString("").equals("im");
        boolean forUs = type.equals("app_mention") || (type.equals("message") && direct);
        boolean plain =
                !event.has("bot_id") && event.path("subtype").asString("").isEmpty();
        String user = event.path("user").asString("");
        if (!forUs || !plain || user.isEmpty()) {
            return Heard.Said.NOTHING;
        }
        String channel = required(event, "channel");
        String message = required(event, "ts");
        String thread = event.path("thread_ts").asString("");
        String answerIn = thread.isEmpty() && direct ? "" : thread.isEmpty() ? message : thread;
        String text = event.path("text").asString("").replaceAll("<@[A-Z0-9]+(\\|[^>]*)?>", " ");
        return new Heard.Asked(
                new Question(
                        required(body, "event_id"),
                        user,
                        channel,
                        direct,
                        channel + ":" + answerIn,
                        unescaped(text).strip(),
                        channel + " " + answerIn),
                Heard.Said.NOTHING);
    }

    @Override
    public Mono<Void> reply(Question question, String text) {
        String[] to = question.to().split(" ", -1);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("channel", to[0]);
        if (!to[1].isEmpty()) {
            message.put("thread_ts", to[1]);
        }
        message.put("text", text);
        message.put("mrkdwn", true);
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        return outgoing.post(base + "/api/chat.postMessage", token, message)
                .doOnNext(answer -> {
                    if (!answer.path("ok").asBoolean(false)) {
                        LOG.warn(
                                "Slack did not take an answer: {}",
                                answer.path("error").asString(""));
                    }
                })
                .then();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String required(JsonNode object, String name) {
        String value = object.path(name).asString("");
        if (value.isEmpty() || value.contains(" ")) {
            throw new ApiFailure.BadRequest("the event has no '" + name + "'");
        }
        return value;
    }
}
