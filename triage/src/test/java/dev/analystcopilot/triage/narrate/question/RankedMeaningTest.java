package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import dev.analystcopilot.triage.narrate.meaning.NearestExamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/// The same where examples are asked, too.
@Tag("slow")
class RankedMeaningTest extends RankedQuestionsTest {
    private static final BgeEmbedder ENGLISH = BgeEmbedder.english();
    private static final BgeEmbedder CHINESE = BgeEmbedder.chinese();
    private static final NearestExamples EXAMPLES = new NearestExamples(new Embedders(ENGLISH, CHINESE));

    @Override
    Dialogue dialogue() {
        return new Dialogue(EXAMPLES);
    }

    @AfterAll
    static void close() {
        ENGLISH.close();
        CHINESE.close();
    }
}
