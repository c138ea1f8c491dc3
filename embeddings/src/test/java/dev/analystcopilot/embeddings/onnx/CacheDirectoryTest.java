package dev.analystcopilot.embeddings.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
class CacheDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void isTheUsersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(CacheDirectory.under(folder, "ann"))))
                .isEqualTo("rwx------");
    }

    @Test
    void isFoundAgain() throws IOException {
        assertThat(CacheDirectory.under(folder, "ann")).isEqualTo(CacheDirectory.under(folder, "ann"));
    }

    @Test
    void oneThatOthersCanWriteToIsPassedBy() throws IOException {
        Path open = CacheDirectory.under(folder, "ann");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(CacheDirectory.under(folder, "ann")).isNotEqualTo(open).isDirectory();
    }

    @Test
    void aLinkIsPassedBy() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("analyst-copilot-ann"), elsewhere);
        assertThat(CacheDirectory.under(folder, "ann").toRealPath()).isNotEqualTo(elsewhere);
    }

    @Test
    void namesCannotLeaveTheFolder() throws IOException {
        assertThat(CacheDirectory.under(folder, "../x").getParent()).isEqualTo(folder);
    }
}
