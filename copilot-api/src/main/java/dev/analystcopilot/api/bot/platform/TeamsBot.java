package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An outgoing webhook of Microsoft Teams: a mention in a team's channel, answered in the response, which Teams puts
/// into the same thread. There is no later answer.
public final class TeamsBot implements Platform {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String SCHEME = "HMAC ";

    private final byte[] secret;
    private final Clock clock;

    /// @param secret the security token that Teams showed once, in base64
    public TeamsBot(String secret, Clock clock) {
        this.secret = Base64.getDecoder().decode(secret);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public Style style() {
        return Style.TEAMS;
    }

    @Override
    public Heard hear(Call call) {
        String computed = Base64.getEncoder().encodeToString(Signatures.hmac(secret, call.bytes()));
        Signatures.require(SCHEME + computed, call.header(HttpHeaders.AUTHORIZATION));
        JsonNode activity = call.json();
        // The time is part of what is signed.
        Signatures.requireFresh(time(activity), clock.instant(), WINDOW);
        if (!activity.path("type").asString("").equals("message")) {
            return Heard.Said.NOTHING;
        }
        String conversation = activity.path("conversation").path("id").asString("");
        String user = activity.path("from").path("aadObjectId").asString("");
        return new Heard.AskedNow(
                new Question(
                        activity.path("id").asString(""),
                        user.isEmpty() ? activity.path("from").path("id").asString("") : user,
                        conversation.replaceAll(";messageid=.*", ""),
                        false,
                        conversation,
                        text(activity),
                        ""),
                Style.TEAMS,
                TeamsBot::response,
                MediaType.APPLICATION_JSON);
    }

    @Override
    public Mono<Void> reply(Question question, String text) {
        return Mono.error(new UnsupportedOperationException("an outgoing webhook is answered in the response"));
    }

    static String response(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("type", "message", "text", text));
    }

    private static java.time.Instant time(JsonNode activity) {
        try {
            return OffsetDateTime.parse(activity.path("timestamp").asString("")).toInstant();
        } catch (DateTimeException e) {
            throw new ApiFailure.NotSignedIn("the request says no time");
        }
    }

    private static String text(JsonNode activity) {
        return activity.path("text")
                .asString("")
                .replaceAll("<at>.*?</at>", " ")
                .replaceAll("<[^>]{1,200}>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
