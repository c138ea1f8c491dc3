package dev.analystcopilot.triage.narrate.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of many differently worded questions are understood. What fails is in the message, and may stay: the lists
/// are a sample, not a target.
class ReadingTest {
    @ParameterizedTest
    @CsvSource({"questions-en,0.95", "questions-zh,0.95", "questions-later-en,0.9", "questions-later-zh,0.9"})
    void understandsMostQuestions(String resource, double least) throws IOException {
        AskedLine.Understood understood = AskedLine.understood(resource, new Dialogue());

        assertThat(understood.share()).as(understood.missed()).isGreaterThanOrEqualTo(least);
    }
}
