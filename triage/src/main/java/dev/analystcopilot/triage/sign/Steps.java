package dev.analystcopilot.triage.sign;

import java.util.regex.Pattern;

/// Searches for regular expressions with a bound on the characters looked at, so that no text can make one run long. A
/// count, not a clock: the same text gives the same answer on every machine, however busy.
final class Steps {
    /// Some hundred times what the longest honest command line takes; about a millisecond.
    private static final int MOST = 400_000;

    private Steps() {}

    /// Whether the expression is found within the bound.
    static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).find();
        } catch (TooManyStepsException e) {
            // Text that was built to make a search run long holds no command that anybody could use.
            return false;
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
