package dev.analystcopilot.api.grounding.atom;

import java.util.BitSet;

/// Which characters of a sentence belong to an atom already.
final class Used {
    private final BitSet taken = new BitSet();

    /// Takes the range unless a part of it is taken.
    boolean take(int start, int end) {
        if (!free(start, end)) {
            return false;
        }
        taken.set(start, end);
        return true;
    }

    boolean free(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }
}
