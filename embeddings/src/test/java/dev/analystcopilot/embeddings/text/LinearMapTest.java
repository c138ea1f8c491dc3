package dev.analystcopilot.embeddings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinearMapTest {
    private final LinearMap turn = new LinearMap(new float[2], new float[3], new float[][] {{0, 1}, {1, 0}, {0, 0}});

    @Test
    void carriesAVectorOver() {
        assertThat(turn.apply(Vector.of(1, 0))).isEqualTo(Vector.of(0, 1, 0));
    }

    @Test
    void meansAreTakenOffAndPutOn() {
        var map = new LinearMap(new float[] {1, 0}, new float[] {0, 2}, new float[][] {{1, 0}, {0, 1}});

        assertThat(map.apply(Vector.of(1, 0))).isEqualTo(Vector.of(0, 1));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        turn.write(out);

        assertThat(LinearMap.read(new ByteArrayInputStream(out.toByteArray())).apply(Vector.of(0.6f, 0.8f)))
                .isEqualTo(turn.apply(Vector.of(0.6f, 0.8f)));
    }

    @Test
    void anotherModelsVectorIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> turn.apply(Vector.of(1, 0, 0)));
    }
}
