package dev.analystcopilot.api.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {
    private static final String STREAM =
            ": hello\r\ndata: {\"a\":\"告警 😀\"}\r\n\r\nevent: error\ndata:one\ndata: two\n\ndata: [DONE]";

    private final List<ServerSentEvent> heard = new ArrayList<>();
    private final EventLines lines =
            new EventLines(event -> heard.add(new ServerSentEvent(event.event(), event.data())));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void hearsTheSameInPortionsOfAnySize(int size) throws IOException {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += size) {
            lines.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
        }
        lines.end();

        assertThat(heard)
                .containsExactly(
                        new ServerSentEvent(null, "{\"a\":\"告警 😀\"}"),
                        new ServerSentEvent("error", "one\ntwo"),
                        new ServerSentEvent(null, "[DONE]"));
    }

    @Test
    void aLineWithoutEndIsRefused() {
        byte[] portion = new byte[1 << 19];

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 4; i++) {
                        lines.feed(portion);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
