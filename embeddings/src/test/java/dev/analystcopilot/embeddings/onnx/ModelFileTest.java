package dev.analystcopilot.embeddings.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    /// SHA-256 of the test resource, "not really a model\n".
    private static final String HASH = "224d1605d81a62f8c3e8fce15a9d04dff1147c27b3435dc73ce932aad1101450";
    private static final ModelFile FILE = new ModelFile("small.model", 19, HASH);

    @TempDir
    Path folder;

    @Test
    void isCopiedUnderItsHash() throws IOException {
        assertThat(FILE.extractTo(folder))
                .hasFileName("small-" + HASH.substring(0, 12) + ".model")
                .hasSize(19);
    }

    @Test
    void isCopiedOnce() throws IOException {
        var written = Files.getLastModifiedTime(FILE.extractTo(folder));
        assertThat(Files.getLastModifiedTime(FILE.extractTo(folder))).isEqualTo(written);
    }

    @Test
    void isCopiedAgainWhenCutShort() throws IOException {
        Files.writeString(FILE.extractTo(folder), "cut");
        assertThat(FILE.extractTo(folder)).hasSize(19);
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        FILE.extractTo(folder);
        assertThat(folder).isDirectoryContaining("glob:**.model").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anotherContentIsRefused() {
        var other = new ModelFile("small.model", 19, "0".repeat(64));
        assertThatThrownBy(() -> other.extractTo(folder)).hasMessageContaining("has SHA-256 " + HASH);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingResourceIsNamed() {
        var missing = new ModelFile("nowhere.model", 1, HASH);
        assertThatThrownBy(() -> missing.extractTo(folder)).hasMessageContaining("no resource nowhere.model");
    }
}
