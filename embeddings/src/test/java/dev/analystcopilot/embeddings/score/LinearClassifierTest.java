package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearClassifierTest {
    private static final LinearClassifier.Settings SETTINGS = new LinearClassifier.Settings(30, 8, 0.05, 1e-4, 7);

    @TempDir
    Path folder;

    @Test
    void learnsWhatTellsLabelsApart() {
        assertThat(best(trained().logits(row(1, 0)))).isEqualTo(1);
    }

    @Test
    void trainsTheSameTwice() {
        assertThat(trained().logits(row(0, 0))).isEqualTo(trained().logits(row(0, 0)));
    }

    @Test
    @Tag("slow")
    void theWrittenModelScoresAlike() throws IOException {
        LinearClassifier model = trained();
        Path file = folder.resolve("model.onnx");
        model.writeOnnx(file, Map.of("made", "here"));
        try (LinearScorer scorer = LinearScorer.open(Files.readAllBytes(file), "model")) {
            assertThat(scorer.score(new float[][] {{0, 1, 0}})[0])
                    .containsExactly(model.logits(row(1, 0)), Offset.offset(0.05f));
        }
    }

    private static LinearClassifier trained() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 60; i++) {
            examples.add(row(i % 3, i % 3));
        }
        return LinearClassifier.train(examples, 3, List.of("a", "b", "c"), SETTINGS);
    }

    private static Example row(int feature, int label) {
        return Example.of(new int[] {feature}, new float[] {1}, label, 1);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
