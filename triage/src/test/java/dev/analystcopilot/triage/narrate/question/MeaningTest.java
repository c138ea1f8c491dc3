package dev.analystcopilot.triage.narrate.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import dev.analystcopilot.triage.narrate.meaning.NearestExamples;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of many differently worded questions are understood by words and nearest examples together. None of the
/// lists is among the examples; the third was written after the last change. What fails is in the message, and may
/// stay:
/// the lists are a sample, not a target.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeaningTest {
    private final BgeEmbedder english = BgeEmbedder.english();
    private final BgeEmbedder chinese = BgeEmbedder.chinese();
    private Dialogue dialogue = new Dialogue();

    @BeforeAll
    void open() {
        dialogue = new Dialogue(new NearestExamples(new Embedders(english, chinese)));
    }

    @AfterAll
    void close() {
        english.close();
        chinese.close();
    }

    @ParameterizedTest
    @CsvSource({
        "questions-en,0.95",
        "questions-zh,0.95",
        "questions-later-en,0.95",
        "questions-later-zh,0.94",
        "held-out-en,0.9",
        "held-out-zh,0.9",
        "held-out-last-en,0.9",
        "held-out-last-zh,0.9",
        "held-out-third-en,0.8",
        "held-out-third-zh,0.7"
    })
    void understandsMostQuestions(String resource, double least) throws IOException {
        AskedLine.Understood understood = AskedLine.understood(resource, dialogue);

        assertThat(understood.share()).as(understood.missed()).isGreaterThanOrEqualTo(least);
    }
}
