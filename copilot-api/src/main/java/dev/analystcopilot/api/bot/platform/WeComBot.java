package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// WeCom (企业微信): an app's messages come as encrypted XML and are answered in the response; an intelligent bot's come
/// as encrypted JSON and bring along the address for the answer.
public final class WeComBot implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(WeComBot.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final WeComCrypt crypt;
    private final Outgoing outgoing;
    private final Clock clock;

    public WeComBot(WeComCrypt crypt, Outgoing outgoing, Clock clock) {
        this.crypt = crypt;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wecom";
    }

    @Override
    public Style style() {
        return Style.WECOM;
    }

    @Override
    public Heard hear(Call call) {
        Signatures.requireFresh(call.parameter("timestamp"), clock.instant(), WINDOW);
        String echo = call.parameter("echostr");
        if (!echo.isEmpty()) {
            return Heard.Said.text(opened(call, echo));
        }
        if (call.body().stripLeading().startsWith("{")) {
            return ofBot(Call.json(opened(call, call.json().path("encrypt").asString(""))));
        }
        String encrypted = SmallXml.read(call.body()).getOrDefault("Encrypt", "");
        return ofApp(SmallXml.read(opened(call, encrypted)));
    }

    private String opened(Call call, String encrypted) {
        Signatures.require(
                crypt.signature(call.parameter("timestamp"), call.parameter("nonce"), encrypted),
                call.parameter("msg_signature"));
        return crypt.decrypt(encrypted);
    }

    private Heard ofApp(Map<String, String> message) {
        if (!message.getOrDefault("MsgType", "").equals("text")) {
            return Heard.Said.text("success");
        }
        String user = message.getOrDefault("FromUserName", "");
        var question = new Question(
                message.getOrDefault("MsgId", ""),
                user,
                "",
                true,
                "app:" + message.getOrDefault("AgentID", "") + ":" + user,
                message.getOrDefault("Content", "").strip(),
                "");
        return new Heard.AskedNow(
                question, Style.WECOM_TEXT, text -> response(message, text), MediaType.APPLICATION_XML);
    }

    private Heard ofBot(JsonNode message) {
        if (!message.path("msgtype").asString("").equals("text")) {
            return Heard.Said.text("success");
        }
        String address = message.path("response_url").asString("");
        if (!outgoing.allows(address)) {
            throw new ApiFailure.BadRequest("'response_url' is no address of WeCom");
        }
        String user = message.path("from").path("userid").asString("");
        boolean direct = message.path("chattype").asString("").equals("single");
        String room = message.path("chatid").asString("");
        return new Heard.Asked(
                new Question(
                        message.path("msgid").asString(""),
                        user,
                        room,
                        direct,
                        "bot:" + room + ":" + user,
                        message.path("text")
                                .path("content")
                                .asString("")
                                .replaceFirst("^@\\S+\\s*", "")
                                .strip(),
                        address),
                Heard.Said.text("success"));
    }

    @Override
    public Mono<Void> reply(Question question, String text) {
        Map<String, Object> message = Map.of("msgtype", "markdown", "markdown", Map.of("content", text));
        return outgoing.post(question.to(), "", message)
                .doOnNext(answer -> {
                    if (answer.path("errcode").asInt(0) != 0) {
                        LOG.warn(
                                "WeCom did not take an answer: {}",
                                answer.path("errcode").asInt(0));
                    }
                })
                .then();
    }

    /// The answer as an encrypted message of its own.
    private String response(Map<String, String> message, String markdown) {
        String time = Long.toString(clock.instant().getEpochSecond());
        String plain = "<xml>"
                + SmallXml.element("ToUserName", message.getOrDefault("FromUserName", ""))
                + SmallXml.element("FromUserName", message.getOrDefault("ToUserName", ""))
                + SmallXml.element("CreateTime", time)
                + SmallXml.element("MsgType", "text")
                + SmallXml.element("Content", markdown)
                + "</xml>";
        String encrypted = crypt.encrypt(plain);
        String nonce = WeComCrypt.nonce();
        return "<xml>"
                + SmallXml.element("Encrypt", encrypted)
                + SmallXml.element("MsgSignature", crypt.signature(time, nonce, encrypted))
                + SmallXml.element("TimeStamp", time)
                + SmallXml.element("Nonce", nonce)
                + "</xml>";
    }
}
