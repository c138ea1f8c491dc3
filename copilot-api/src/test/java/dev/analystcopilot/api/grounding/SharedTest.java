package dev.analystcopilot.api.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final Shared<String> shared = new Shared<>(2);

    @Test
    void theSameIsMadeOnce() {
        String first = shared.get(List.of("case", 1), () -> "large".repeat(2));

        assertThat(shared.get(List.of("case", 1), () -> "large".repeat(2))).isSameAs(first);
        assertThat(shared.get(List.of("case", 2), () -> "other")).isEqualTo("other");
    }

    @Test
    void keepsTheLatest() {
        String first = shared.get("a", () -> "a".repeat(2));
        String second = shared.get("b", () -> "b".repeat(2));
        assertThat(shared.get("a", () -> "a".repeat(2))).isSameAs(first);
        assertThat(shared.get("c", () -> "c")).isEqualTo("c");

        assertThat(shared.get("a", () -> "a".repeat(2))).isSameAs(first);
        assertThat(shared.get("b", () -> "b".repeat(2))).isNotSameAs(second);
    }
}
