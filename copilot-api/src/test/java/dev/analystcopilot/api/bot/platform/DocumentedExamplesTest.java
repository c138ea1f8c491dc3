package dev.analystcopilot.api.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.api.failure.ApiFailure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The worked examples of the platforms' own documentation.
class DocumentedExamplesTest {
    private static final Outgoing NOWHERE = new Outgoing(Set.of());
    private static final String SLACK_BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
                    + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F"
                    + "hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String WECOM_TOKEN = "QDG6eK";
    private static final WeComCrypt WECOM =
            new WeComCrypt(WECOM_TOKEN, "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
    private static final String WECOM_ECHO =
            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";

    @Test
    void slacksSignature() {
        // It is signed well, but no event: read on, it is no JSON.
        assertThatThrownBy(() -> slack(SLACK_BODY)).isInstanceOf(ApiFailure.BadRequest.class);
        assertThatThrownBy(() -> slack(SLACK_BODY + "&")).isInstanceOf(ApiFailure.NotSignedIn.class);
    }

    @Test
    void slacksSignatureAnHourLater() {
        var bot = new SlackBot("8f742231b10e8888abcd99yyyzzz85a5", "t", "b", NOWHERE, at(1_531_424_218));

        assertThatThrownBy(() -> bot.hear(slackCall(SLACK_BODY)))
                .isInstanceOf(ApiFailure.NotSignedIn.class)
                .hasMessageContaining("old");
    }

    @Test
    void feishusEncryption() {
        var cipher = new AesCbc(Signatures.digest("SHA-256", Signatures.utf8("test key")));
        byte[] bytes = Base64.getDecoder().decode("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=");

        byte[] plain = cipher.decrypt(Arrays.copyOf(bytes, 16), Arrays.copyOfRange(bytes, 16, bytes.length));

        assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("hello world");
    }

    @Test
    void weComsVerification() {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("msg_signature", "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        query.add("timestamp", "1409659589");
        query.add("nonce", "263014780");
        query.add("echostr", WECOM_ECHO);

        Heard heard = new WeComBot(WECOM, NOWHERE, at(1_409_659_600)).hear(new Call(new HttpHeaders(), query, ""));

        assertThat(heard).isEqualTo(Heard.Said.text("1616140317555161061"));
    }

    @Test
    void weComsMessage() {
        String encrypted = """
                RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/s\
                YYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJ\
                YuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGU\
                callcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDY\
                A5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==""";

        assertThat(WECOM.signature("1409659813", "1372623149", encrypted))
                .isEqualTo("477715d11cdb4164915debcba66cb864d751f3e6");
        assertThat(SmallXml.read(WECOM.decrypt(encrypted)))
                .containsEntry("FromUserName", "mycreate")
                .containsEntry("Content", "hello");
    }

    @Test
    void weComsOwnEnvelopeOpensAgain() {
        assertThat(WECOM.decrypt(WECOM.encrypt("<xml>你好</xml>"))).isEqualTo("<xml>你好</xml>");
        assertThatThrownBy(() -> new WeComCrypt(WECOM_TOKEN, "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "another")
                        .decrypt(WECOM_ECHO))
                .isInstanceOf(ApiFailure.BadRequest.class);
    }

    private static Heard slack(String body) {
        return new SlackBot("8f742231b10e8888abcd99yyyzzz85a5", "t", "b", NOWHERE, at(1_531_420_620))
                .hear(slackCall(body));
    }

    private static Call slackCall(String body) {
        var headers = new HttpHeaders();
        headers.set("X-Slack-Request-Timestamp", "1531420618");
        headers.set("X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
        return new Call(headers, new LinkedMultiValueMap<>(), body);
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
