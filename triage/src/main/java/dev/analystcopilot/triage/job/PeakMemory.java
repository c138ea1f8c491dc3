package dev.analystcopilot.triage.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The largest resident set of this process so far, as Linux counts it (`VmHWM`).
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /// 0 where the system does not tell.
    public static long megabytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
