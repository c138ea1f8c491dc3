package dev.analystcopilot.triage.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Deterministic identifiers (UUID version 5, RFC 9562) and times, as STIX 2.1 wants them. Cyber-observable objects
/// take the specification's own namespace (section 2.9) over their identifying properties, so that other tools make
/// the same id for the same address; all else takes a namespace of this product.
final class StixIds {
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
    private static final UUID OURS = UUID.fromString("6f0d2c1e-4b7a-5c55-9a3e-2d8f6b1c7e40");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StixIds() {}

    /// @param what says which object of this type it is
    static String ours(String type, String... what) {
        return type + "--" + version5(OURS, type + "\n" + String.join("\n", what));
    }

    /// @param identifying the properties that the specification names for this type, in the order of their names
    static String observable(String type, ObjectNode identifying) {
        return type + "--" + version5(OBSERVABLES, JSON.writeValueAsString(identifying));
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static UUID version5(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
