package dev.analystcopilot.api.llm;

import org.jspecify.annotations.Nullable;

/// Why the model gave no answer, or only a part. The message is for people and names no key and no address.
public final class LlmFailure extends RuntimeException {
    private final Kind kind;

    public LlmFailure(Kind kind, @Nullable Throwable cause) {
        super(kind.sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// What happened, as far as it changes what is done next.
    public enum Kind {
        SILENT("the language model did not answer in time", false),
        LIMITED("the language model has too many requests", true),
        BROKEN("the language model reported a fault", true),
        REFUSED("the language model refused the request (key, model name or size)", false),
        UNREACHABLE("the language model cannot be reached", true),
        GARBLED("the language model sent something unreadable", false),
        CUT("the language model's answer broke off", false),
        EMPTY("the language model answered with nothing", false),
        RESTING("the language model failed repeatedly and is given a rest", false),
        NO_TOOLS("the language model takes no tools", false),
        TOO_LONG("the question is longer than the language model can read", false),
        SLOW_READER("the answer was not read as fast as it came", false),
        FULL("the language model is busy with other answers", false);

        private final String sentence;
        private final boolean worthRetrying;

        Kind(String sentence, boolean worthRetrying) {
            this.sentence = sentence;
            this.worthRetrying = worthRetrying;
        }

        public boolean worthRetrying() {
            return worthRetrying;
        }
    }
}
