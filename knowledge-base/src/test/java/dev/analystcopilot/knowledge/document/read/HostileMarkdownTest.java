package dev.analystcopilot.knowledge.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileMarkdownTest {

    @Test
    @Timeout(10)
    void nestingWithoutEndEnds() {
        for (String nested : new String[] {"> ".repeat(5_000), "- ".repeat(5_000), "[".repeat(50_000)}) {
            assertThatCode(() -> readOrName(nested + "text")).doesNotThrowAnyException();
        }
    }

    private static void readOrName(String text) {
        try {
            var _ = DocumentFormat.read(text.getBytes(UTF_8));
        } catch (UnreadableDocumentException e) {
            assert e.getMessage() != null;
        }
    }

    @Test
    void whatIsTooLargeIsNamed() {
        assertThatThrownBy(() -> DocumentFormat.read(new byte[DocumentFormat.MAX_BYTES + 1]))
                .hasMessageContaining("50 MB");
    }

    @Test
    void whatIsNoTextIsNamed() {
        assertThatThrownBy(() -> DocumentFormat.read(new byte[] {0, 1, 2, 3})).hasMessageContaining("no PDF");
    }

    @Test
    void nothingIsNamed() {
        assertThatThrownBy(() -> DocumentFormat.read(new byte[0])).hasMessageContaining("there is no text");
    }
}
