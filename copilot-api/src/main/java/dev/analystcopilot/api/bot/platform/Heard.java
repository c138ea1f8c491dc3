package dev.analystcopilot.api.bot.platform;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;

/// What a request of a platform calls for.
public sealed interface Heard {

    /// This answer, and nothing else: the address is being verified, or nobody asked anything.
    record Said(MediaType type, String body) implements Heard {
        /// What platforms take for "heard, go on".
        public static final Said NOTHING = json("{}");

        public Said {
            requireNonNull(type, "type");
            requireNonNull(body, "body");
        }

        static Said json(String body) {
            return new Said(MediaType.APPLICATION_JSON, body);
        }

        static Said text(String body) {
            return new Said(MediaType.TEXT_PLAIN, body);
        }
    }

    /// A question: the platform is told at once that it was heard, and answered later by [Platform#reply].
    record Asked(Question question, Said acknowledged) implements Heard {
        public Asked {
            requireNonNull(question, "question");
            requireNonNull(acknowledged, "acknowledged");
        }
    }

    /// A question that only the response can answer, within seconds.
    ///
    /// @param style of the words
    /// @param response puts the words into the platform's shape
    record AskedNow(Question question, Style style, UnaryOperator<String> response, MediaType type) implements Heard {
        public AskedNow {
            requireNonNull(question, "question");
            requireNonNull(style, "style");
            requireNonNull(response, "response");
            requireNonNull(type, "type");
        }
    }
}
