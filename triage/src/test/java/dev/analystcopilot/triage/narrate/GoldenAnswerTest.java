package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole answers, as a SOC lead would forward them. Change a golden text only after reading it aloud.
class GoldenAnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                intranet_en | What happened on the intranet server on 24 January 2022 (UTC), and did it succeed?
                intranet_zh | 2022年1月24日（UTC）内网服务器（intranet server）上发生了什么，是否成功？
                nothing_en  | What happened on web-99 on 24 January 2022?
                nothing_zh  | 昨晚内网服务器上发生了什么？
                """)
    void readsLikeThis(String golden, String question) throws IOException {
        assertThat(Told.markdown(Told.answer(question))).isEqualTo(text(golden));
    }

    private static String text(String golden) throws IOException {
        String resource = "/triage/narrate/" + golden + ".md";
        try (InputStream in = Objects.requireNonNull(GoldenAnswerTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
