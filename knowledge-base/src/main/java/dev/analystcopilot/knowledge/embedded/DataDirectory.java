package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Where this checkout keeps what it writes: `COPILOT_DATA`, else `data/` in the checkout. Started by root it is a
/// folder under `/var/lib/analyst-copilot`, because PostgreSQL refuses to run as root and a checkout in a private home
/// is closed to the system user that runs it instead.
public final class DataDirectory {
    public static final String VARIABLE = "COPILOT_DATA";
    static final Path SYSTEM_ROOT = Path.of("/var/lib/analyst-copilot");

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
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(checkout.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("no such checkout: " + checkout, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
