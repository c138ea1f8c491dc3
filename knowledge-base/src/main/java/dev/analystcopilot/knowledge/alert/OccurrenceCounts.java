package dev.analystcopilot.knowledge.alert;

/// Counts how often each 64-bit number came, in about 30 bytes for each distinct one: a backlog of millions passes
/// through one of these. Open addressing with linear probing; the numbers must be as good as random.
final class OccurrenceCounts {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] numbers = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private int distinct;

    /// How often the number has come, this time included.
    int count(long number) {
        int slot = slot(number);
        if (counts[slot] == 0) {
            if (++distinct > numbers.length / 10 * 6) {
                grow();
                slot = slot(number);
            }
            numbers[slot] = number;
        }
        return ++counts[slot];
    }

    /// Where the number is, or may be put.
    private int slot(long number) {
        int mask = numbers.length - 1;
        int slot = (int) number & mask;
        while (counts[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = new long[oldNumbers.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
