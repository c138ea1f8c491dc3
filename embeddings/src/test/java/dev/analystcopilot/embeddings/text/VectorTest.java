package dev.analystcopilot.embeddings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VectorTest {
    @Test
    void isScaledToUnitLength() {
        assertThat(Vector.of(3, 4).toArray()).containsExactly(0.6f, 0.8f);
    }

    @Test
    void isEqualByValue() {
        assertThat(Vector.of(3, 4)).isEqualTo(Vector.of(6, 8)).hasSameHashCodeAs(Vector.of(6, 8));
    }

    @Test
    void keepsItsOwnCopy() {
        float[] values = {0, 1};
        Vector vector = Vector.of(values);
        values[0] = 9;
        vector.toArray()[1] = 9;
        assertThat(vector.toArray()).containsExactly(0, 1);
    }

    @Test
    void oppositeDirectionsHaveCosineMinusOne() {
        assertThat(Vector.of(1, 2).cosine(Vector.of(-2, -4))).isCloseTo(-1, within(1e-7));
    }

    @Test
    void zerosHaveNoDirection() {
        assertThatThrownBy(() -> Vector.of(0, 0)).hasMessageContaining("no direction");
    }

    @Test
    void numbersThatAreNoneHaveNoDirection() {
        assertThatThrownBy(() -> Vector.of(1, Float.NaN)).hasMessageContaining("no direction");
    }

    @Test
    void dimensionsMustAgree() {
        assertThatThrownBy(() -> Vector.of(1).cosine(Vector.of(1, 2))).hasMessageContaining("1 with 2");
    }

    @Property(tries = 200)
    void survivesTheWayThroughAnArray(
            @ForAll @Size(min = 1, max = 40) List<@FloatRange(min = 0.1f, max = 9) Float> components) {
        float[] values = new float[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i);
        }
        Vector vector = Vector.of(values);
        assertThat(Vector.of(vector.toArray())).isEqualTo(vector);
    }
}
