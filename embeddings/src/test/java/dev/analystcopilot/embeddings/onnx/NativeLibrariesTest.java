package dev.analystcopilot.embeddings.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void bothPartsAreUnpacked() throws IOException {
        Path unpacked = NativeLibraries.unpack(folder);
        assertThat(unpacked.resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
        assertThat(unpacked.resolve(System.mapLibraryName("onnxruntime4j_jni"))).isNotEmptyFile();
    }

    @Test
    void whatWasCutShortIsUnpackedAgain() throws IOException {
        Path library = NativeLibraries.unpack(folder).resolve(System.mapLibraryName("onnxruntime"));
        long size = Files.size(library);
        Files.writeString(library, "cut");
        NativeLibraries.unpack(folder);
        assertThat(library).hasSize(size);
    }

    @Test
    void nothingElseIsLeftBehind() throws IOException {
        try (var files = Files.list(NativeLibraries.unpack(folder))) {
            assertThat(files).hasSize(2);
        }
    }
}
