package dev.analystcopilot.eval.staff;

import dev.analystcopilot.eval.service.Asker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks as people in chat platforms do, with the platforms' signatures: Teams, whose answer comes in the response, and
/// Slack, whose answer comes to a stand-in for its server. Thread-safe.
final class BotDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SECRET = "a secret that signs what people say";
    /// Teams twice, Slack in private, Slack in a channel.
    private static final int WAYS = 4;

    private static final long PATIENCE_SECONDS = 60;

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
    private final DisposableServer slack = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .flatMap(body -> {
                        arrived(JSON.readTree(body));
                        return response.header("Content-Type", "application/json")
                                .sendString(Mono.just("{\"ok\":true}"))
                                .then();
                    }))
            .bindNow();

    /// The settings of a service that has these bots.
    Map<String, Object> settings() {
        return Map.of(
                "copilot.bots.teams.secret",
                Base64.getEncoder().encodeToString(bytes(SECRET)),
                "copilot.bots.slack.signing-secret",
                SECRET,
                "copilot.bots.slack.token",
                "xoxb-1",
                "copilot.bots.slack.base",
                "http://127.0.0.1:" + slack.port());
    }

    /// What the bot answers; the question decides on which platform, so that every run asks the same there.
    String ask(Asker door, String question) {
        int number = asked.incrementAndGet();
        int way = Math.floorMod(question.hashCode(), WAYS);
        String text = question.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return way < 2 ? teams(door, number, text) : slack(door, number, text, way == 2);
    }

    private static String teams(Asker door, int number, String text) {
        var activity = JSON.createObjectNode()
                .put("type", "message")
                .put("id", "activity-" + number)
                .put("timestamp", Instant.now().toString())
                .put("text", "<at>copilot</at> " + text);
        activity.putObject("from").put("aadObjectId", "somebody");
        activity.putObject("conversation").put("id", "19:channel;messageid=" + number);
        String body = activity.toString();
        return taken(door.send(
                "POST",
                "/api/v1/bots/teams",
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "HMAC " + Base64.getEncoder().encodeToString(hmac(body))));
    }

    private String slack(Asker door, int number, String text, boolean direct) {
        String thread = "1515449522.%06d".formatted(number);
        var answer = new CompletableFuture<String>();
        awaited.put(thread, answer);
        var envelope = JSON.createObjectNode().put("type", "event_callback").put("event_id", "event-" + number);
        var event = envelope.putObject("event")
                .put("type", direct ? "message" : "app_mention")
                .put("user", "U1")
                .put("channel", "C1")
                .put("ts", thread)
                .put("thread_ts", thread)
                .put("text", direct ? text : "<@U0LAN0Z89> " + text);
        if (direct) {
            event.put("channel_type", "im");
        }
        String body = envelope.toString();
        String time = Long.toString(Instant.now().getEpochSecond());
        taken(door.send(
                "POST",
                "/api/v1/bots/slack",
                body,
                "Content-Type",
                "application/json",
                "X-Slack-Request-Timestamp",
                time,
                "X-Slack-Signature",
                "v0=" + HexFormat.of().formatHex(hmac("v0:" + time + ":" + body))));
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void arrived(JsonNode message) {
        CompletableFuture<String> answer =
                awaited.remove(message.path("thread_ts").asString(""));
        if (answer != null) {
            answer.complete(message.path("text").asString(""));
        }
    }

    private static String taken(Asker.Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("the bot did not listen: " + reply);
        }
        return reply.body();
    }

    private static byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        slack.disposeNow();
    }
}
