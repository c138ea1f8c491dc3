package dev.analystcopilot.api.security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Password hashes, by bcrypt.
public final class Passwords {
    private static final int SHORTEST = 12;
    /// bcrypt reads no further.
    private static final int MOST_BYTES = 72;

    /// Compared with when there is no such login, so that the time taken does not tell which logins exist.
    private static final String NOBODY = "$2a$12$abcdefghijklmnopqrstuuFmUwhQcMxiN2Oodn8eoEtkbvNJqQBjW";

    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(12);

    private Passwords() {}

    /// @throws IllegalArgumentException if the password is too short or too long
    public static String hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new IllegalArgumentException("a password needs at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("a password may have at most " + MOST_BYTES + " bytes");
        }
        return String.valueOf(BCRYPT.encode(password));
    }

    static boolean matches(String password, Optional<String> hash) {
        boolean right = BCRYPT.matches(password, hash.orElse(NOBODY));
        return right && hash.isPresent();
    }
}
