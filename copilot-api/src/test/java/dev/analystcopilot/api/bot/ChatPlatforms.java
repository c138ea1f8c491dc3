package dev.analystcopilot.api.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/// A stand-in for the platforms' servers, and the settings of a service that talks to it.
final class ChatPlatforms implements AutoCloseable {
    static final String SLACK_THREAD = "C1:1515449522.000016";

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    ChatPlatforms() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .flatMap(body -> {
                            String path = request.uri();
                            boolean login = path.contains("tenant_access_token");
                            if (!login) {
                                posted.add(path + " " + request.requestHeaders().get("Authorization", "") + " " + body);
                            }
                            String answer = login
                                    ? "{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}"
                                    : "{\"ok\":true,\"code\":0,\"errcode\":0}";
                            return response.header("Content-Type", "application/json")
                                    .sendString(Mono.just(answer))
                                    .then();
                        }))
                .bindNow();
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    Object[] settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("copilot.bots.slack.signing-secret", Requests.SECRET);
        settings.put("copilot.bots.slack.token", "xoxb-1");
        settings.put("copilot.bots.slack.base", base());
        settings.put("copilot.bots.slack.who.users", "U-ANA=ana");
        settings.put("copilot.bots.teams.secret", Requests.TEAMS_SECRET);
        settings.put("copilot.bots.dingtalk.secret", Requests.SECRET);
        settings.put("copilot.bots.dingtalk.base", base());
        settings.put("copilot.bots.feishu.app-id", "cli_1");
        settings.put("copilot.bots.feishu.app-secret", "app-secret");
        settings.put("copilot.bots.feishu.encrypt-key", Requests.SECRET);
        settings.put("copilot.bots.feishu.verification-token", "verification");
        settings.put("copilot.bots.feishu.base", base());
        settings.put("copilot.bots.wecom.token", Requests.SECRET);
        settings.put("copilot.bots.wecom.aes-key", Requests.WECOM_KEY);
        settings.put("copilot.bots.wecom.corp-id", "corp");
        settings.put("copilot.bots.wecom.base", base());
        return settings.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    Signed question(String platform, String event, String user, String text) {
        return earlier(Duration.ZERO).question(platform, event, user, text);
    }

    Requests earlier(Duration by) {
        return new Requests(java.time.Instant.now().minus(by), base());
    }

    Signed direct(String event, String user, String text) {
        return earlier(Duration.ZERO).slack(event, user, text, "\"type\":\"message\",\"channel_type\":\"im\"");
    }

    Signed slackBotsOwnMessage() {
        return earlier(Duration.ZERO).slack("E-own", "U1", "an answer", "\"type\":\"app_mention\",\"bot_id\":\"B1\"");
    }

    Signed dingTalkTo(String address) {
        return earlier(Duration.ZERO).dingTalk("steal", "U1", "hello", address);
    }

    Signed verification(String platform) {
        return earlier(Duration.ZERO).verification(platform);
    }

    /// The answer in a response.
    String opened(String platform, String response) {
        return platform.equals("wecom")
                ? Requests.weComOpened(response)
                : JsonMapper.shared().readTree(response).path("text").asString();
    }

    void requireThread(String platform, String post) {
        Map<String, Function<String, Boolean>> where = Map.of(
                "slack",
                text -> text.startsWith("/api/chat.postMessage Bearer xoxb-1")
                        && text.contains("\"thread_ts\":\"1515449522.000016\"")
                        && text.contains("\"channel\":\"C1\""),
                "dingtalk",
                text -> text.startsWith("/robot/sendBySession?session=s1 ") && text.contains("\"atUserIds\":[\"U1\"]"),
                "feishu",
                text -> text.startsWith("/open-apis/im/v1/messages/om_1/reply Bearer t-1")
                        && text.contains("\"reply_in_thread\":true"),
                "wecom-bot",
                text -> text.startsWith("/cgi-bin/aibot/response?response_code=r1 "));
        assertThat(where.get(platform).apply(post)).as(post).isTrue();
    }

    List<String> await(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (posted.size() < count && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        assertThat(posted).hasSize(count);
        return posted();
    }

    List<String> posted() {
        return List.copyOf(posted);
    }

    void forget() {
        posted.clear();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(2));
    }

    /// A request as a platform sends it.
    record Signed(String method, String path, Map<String, String> headers, String body) {
        Signed forged() {
            Map<String, String> other = new LinkedHashMap<>(headers);
            other.computeIfPresent("X-Slack-Signature", (name, old) -> "v0=" + "0".repeat(64));
            other.computeIfPresent("Authorization", (name, old) -> "HMAC AAAA");
            other.computeIfPresent("sign", (name, old) -> "AAAA");
            other.computeIfPresent("X-Lark-Signature", (name, old) -> "0".repeat(64));
            return new Signed(
                    method, path.replaceAll("msg_signature=[0-9a-f]+", "msg_signature=" + "0".repeat(40)), other, body);
        }
    }
}
