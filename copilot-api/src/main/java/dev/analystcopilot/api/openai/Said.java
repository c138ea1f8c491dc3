package dev.analystcopilot.api.openai;

import static java.util.Objects.requireNonNull;

/// One message of a request.
///
/// @param text its text parts, joined
record Said(By by, String text) {
    Said {
        requireNonNull(by, "by");
        requireNonNull(text, "text");
    }

    enum By {
        USER,
        ASSISTANT,
        /// `system` or `developer`: what the client's maker wishes.
        CLIENT
    }
}
