package dev.analystcopilot.knowledge.demo;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Seeded chance: the same seed gives the same backlog on every machine ([Random]'s algorithm is part of its
/// specification).
final class Dice {
    private static final String BASE36 = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /// @return a number from `low` to `high`, both included
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    Duration within(Duration longest) {
        return Duration.ofMillis((long) (random.nextDouble() * longest.toMillis()));
    }

    String sha256() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Letters and digits that look encoded, as in a tunnelled DNS name.
    String label(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE36.charAt(random.nextInt(BASE36.length())));
        }
        return text.toString();
    }

    UUID uuid() {
        long version4 = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long variant2 = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version4, variant2);
    }

    int port() {
        return between(32_768, 60_999);
    }

    int pid() {
        return between(800, 32_000);
    }
}
