package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Computing and comparing signatures.
final class Signatures {
    private static final String HMAC = "HmacSHA256";

    private Signatures() {}

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    static byte[] digest(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /// Takes the same time wherever the two differ.
    static void require(String computed, String given) {
        if (!MessageDigest.isEqual(utf8(computed), utf8(given))) {
            throw new ApiFailure.NotSignedIn("the signature is wrong");
        }
    }

    /// @param seconds since 1970, as text
    static void requireFresh(String seconds, Instant now, Duration window) {
        requireFresh(instant(seconds, 1_000), now, window);
    }

    static void requireFresh(Instant at, Instant now, Duration window) {
        if (Duration.between(at, now).abs().compareTo(window) > 0) {
            throw new ApiFailure.NotSignedIn("the request is too old");
        }
    }

    static Instant ofMillis(String millis) {
        return instant(millis, 1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Instant instant(String number, long unit) {
        try {
            return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(number.strip()), unit));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ApiFailure.NotSignedIn("the request says no time");
        }
    }
}
