package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/// Where this checkout keeps what it writes: `COPILOT_DATA`, else `data/` in the checkout. Started by root it is a
/// folder under `/var/lib/analyst-copilot`, because PostgreSQL refuses to run as root and a checkout in a private home
/// is closed to the system user that runs it instead.
public final class DataDirectory {
    public static final String VARIABLE = "COPILOT_DATA";
    static final Path SYSTEM_ROOT = Path.of("/var/lib/analyst-copilot");
    private static final int HASH_LENGTH = 12;

    private DataDirectory() {}

    public static Path of(Map<String, String> environment, Path checkout) {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        return ServerUser.runningAsRoot()
                ? SYSTEM_ROOT.resolve(hash(checkout))
                : checkout.toAbsolutePath().normalize().resolve("data");
    }

    /// 12 hex digits that name the checkout: equal for every spelling of its path.
    static String hash(Path checkout) {
        try {
            return DigestUtils.sha256Hex(checkout.toRealPath().toString()).substring(0, HASH_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException("no such checkout: " + checkout, e);
        }
    }
}
