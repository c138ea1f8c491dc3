package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Feishu (飞书) or Lark: encrypted and signed events, answered in the thread as a card with Markdown.
public final class FeishuBot implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(FeishuBot.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration EARLIER = Duration.ofMinutes(5);

    private final Keys keys;
    private final String base;
    private final AesCbc cipher;
    private final Outgoing outgoing;
    private final Clock clock;
    private final Mono<String> tenantToken;

    /// @param base `https://open.feishu.cn` or `https://open.larksuite.com`
    public FeishuBot(Keys keys, String base, Outgoing outgoing, Clock clock) {
        this.keys = keys;
        this.base = base;
        this.cipher = new AesCbc(Signatures.digest("SHA-256", Signatures.utf8(keys.encryptKey())));
        this.outgoing = outgoing;
        this.clock = clock;
        this.tenantToken = Mono.defer(this::fetchToken)
                .cache(token -> token.lifetime(), error -> Duration.ZERO, () -> Duration.ZERO)
                .map(Token::value);
    }

    /// What the platform's console shows for the app.
    public record Keys(String appId, String appSecret, String encryptKey, String verificationToken) {
        @Override
        public String toString() {
            return "Keys of " + appId;
        }
    }

    @Override
    public String name() {
        return "feishu";
    }

    @Override
    public Style style() {
        return Style.FEISHU;
    }

    @Override
    public Heard hear(Call call) {
        JsonNode body = decrypted(call.json());
        if (body.path("type").asString("").equals("url_verification")) {
            // Not signed: it proves itself by the key it is encrypted with and by the token inside.
            Signatures.require(keys.verificationToken(), body.path("token").asString(""));
            return Heard.Said.json(JsonMapper.shared()
                    .writeValueAsString(
                            Map.of("challenge", body.path("challenge").asString(""))));
        }
        String time = call.header("X-Lark-Request-Timestamp");
        Signatures.requireFresh(time, clock.instant(), WINDOW);
        String signed = time + call.header("X-Lark-Request-Nonce") + keys.encryptKey() + call.body();
        Signatures.require(
                HexFormat.of().formatHex(Signatures.digest("SHA-256", Signatures.utf8(signed))),
                call.header("X-Lark-Signature"));
        JsonNode header = body.path("header");
        Signatures.require(keys.verificationToken(), header.path("token").asString(""));
        return header.path("event_type").asString("").equals("im.message.receive_v1")
                ? message(header.path("event_id").asString(""), body.path("event"))
                : Heard.Said.NOTHING;
    }

    private static Heard message(String event, JsonNode body) {
        JsonNode message = body.path("message");
        boolean direct = message.path("chat_type").asString("").equals("p2p");
        boolean toUs = direct || !message.path("mentions").isEmpty();
        boolean person = body.path("sender").path("sender_type").asString("").equals("user");
        if (!message.path("message_type").asString("").equals("text") || !toUs || !person) {
            return Heard.Said.NOTHING;
        }
        String id = message.path("message_id").asString("");
        String root = message.path("root_id").asString("");
        String chat = message.path("chat_id").asString("");
        String text = Call.json(message.path("content").asString("{}"))
                .path("text")
                .asString("")
                .replaceAll("@_(user_\\d+|all)", " ")
                .strip();
        return new Heard.Asked(
                new Question(
                        event,
                        body.path("sender").path("sender_id").path("open_id").asString(""),
                        chat,
                        direct,
                        direct ? chat : chat + ":" + (root.isEmpty() ? id : root),
                        text,
                        id),
                Heard.Said.NOTHING);
    }

    @Override
    public Mono<Void> reply(Question question, String text) {
        if (!question.to().matches("[A-Za-z0-9_-]{1,100}")) {
            return Mono.error(new ApiFailure.BadRequest("the message has no id to answer to"));
        }
        String card = JsonMapper.shared()
                .writeValueAsString(Map.of("elements", List.of(Map.of("tag", "markdown", "content", text))));
        Map<String, Object> message =
                Map.of("msg_type", "interactive", "content", card, "reply_in_thread", !question.direct());
        String address = base + "/open-apis/im/v1/messages/" + question.to() + "/reply";
        return tenantToken
                .flatMap(token -> outgoing.post(address, token, message))
                .doOnNext(answer -> warn(answer, "an answer"))
                .then();
    }

    private Mono<Token> fetchToken() {
        return outgoing.post(
                        base + "/open-apis/auth/v3/tenant_access_token/internal",
                        "",
                        Map.of("app_id", keys.appId(), "app_secret", keys.appSecret()))
                .doOnNext(answer -> warn(answer, "the app's secret"))
                .map(answer -> new Token(
                        answer.path("tenant_access_token").asString(""),
                        Duration.ofSeconds(answer.path("expire").asLong(0)).minus(EARLIER)));
    }

    private JsonNode decrypted(JsonNode body) {
        try {
            byte[] bytes = Base64.getDecoder().decode(body.path("encrypt").asString(""));
            if (bytes.length <= AesCbc.BLOCK) {
                throw new ApiFailure.BadRequest("the event is not encrypted: set an encrypt key for the app");
            }
            byte[] plain = cipher.decrypt(
                    Arrays.copyOf(bytes, AesCbc.BLOCK), Arrays.copyOfRange(bytes, AesCbc.BLOCK, bytes.length));
            return Call.json(new String(plain, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("the event is not encrypted as it should be");
        }
    }

    private static void warn(JsonNode answer, String what) {
        if (answer.path("code").asInt(0) != 0) {
            LOG.warn("Feishu did not take {}: {}", what, answer.path("code").asInt(0));
        }
    }

    private record Token(String value, Duration lifetime) {
        Token {
            lifetime = lifetime.isNegative() ? Duration.ZERO : lifetime;
        }

        @Override
        public String toString() {
            return "Token";
        }
    }
}
