package dev.analystcopilot.eval;

/// A number, or why there is none. What could not be scored is not wrong.
public sealed interface Score {

    record Graded(double value) implements Score {
        public Graded {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a score is a finite number, not " + value);
            }
        }
    }

    record Unscored(String reason) implements Score {
        public Unscored {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("say why there is no score");
            }
        }
    }

    static Score of(double value) {
        return new Graded(value);
    }

    static Score none(String reason) {
        return new Unscored(reason);
    }
}
