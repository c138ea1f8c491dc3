package dev.analystcopilot.embeddings.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LongCommandLineTest {

    @Test
    void aLongCommandLineDoesNotCrashTheRuntime() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opens.class.getName(),
                        "x".repeat(100_000)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }

    static final class Opens {
        public static void main(String[] arguments) {
            try {
                OnnxSession.open(new byte[] {1}, "no model").close();
            } catch (ModelException.Unreadable expected) {
                System.out.println("the runtime started and refused: " + expected.getMessage());
            }
        }
    }
}
