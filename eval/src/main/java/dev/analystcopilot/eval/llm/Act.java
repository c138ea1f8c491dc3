package dev.analystcopilot.eval.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One thing that the server does in answer to a request. A script is a list of them, played in order; after the last
/// one the answer ends as the protocol wants, with its finish reason and the usage, unless an act has ended it before.
public sealed interface Act {

    /// Sends a piece of text, then waits.
    record Say(String text, Duration pause) implements Act {
        public Say {
            requireNonNull(text, "text");
            requireNonNull(pause, "pause");
        }
    }

    /// Asks for a tool.
    ///
    /// @param arguments as sent, so they need not be JSON
    record Call(String tool, String arguments) implements Act {
        public Call {
            requireNonNull(tool, "tool");
            requireNonNull(arguments, "arguments");
        }
    }

    /// Sends nothing for this long.
    record Wait(Duration pause) implements Act {
        public Wait {
            requireNonNull(pause, "pause");
        }
    }

    /// Answers with this status and an error body; only as the first act.
    record Fail(int status, String message) implements Act {
        public Fail {
            requireNonNull(message, "message");
        }
    }

    /// Takes the request and answers nothing, not even headers; only as the first act.
    record Silence() implements Act {}

    /// Holds the line and sends nothing more. As the first act: headers, then silence.
    record Stall() implements Act {}

    /// Sends this as an event's data, whatever it is, and goes on.
    record Garbage(String data) implements Act {
        public Garbage {
            requireNonNull(data, "data");
        }
    }

    /// Closes the connection in the middle.
    record Cut() implements Act {}

    /// Says it in pieces of about a word, at once.
    static List<Act> says(String text) {
        return says(text, Duration.ZERO);
    }

    /// Says it in pieces of about a word, with a pause after each.
    static List<Act> says(String text, Duration pause) {
        List<Act> acts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || i - from >= 12 || Character.isWhitespace(text.charAt(i - 1))) {
                acts.add(new Say(text.substring(from, i), pause));
                from = i;
            }
        }
        return acts;
    }

    static List<Act> calls(String tool, String arguments) {
        return List.of(new Call(tool, arguments));
    }

    static List<Act> fails(int status) {
        return List.of(new Fail(status, "as the script says"));
    }
}
