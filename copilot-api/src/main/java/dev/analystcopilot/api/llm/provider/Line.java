package dev.analystcopilot.api.llm.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One message of what a provider is sent, in clear: it is veiled on its way out, for each provider in its own way.
public sealed interface Line {

    record System(String text) implements Line {
        public System {
            requireNonNull(text, "text");
        }
    }

    record User(String text) implements Line {
        public User {
            requireNonNull(text, "text");
        }
    }

    /// @param text may be empty where there are calls
    record Model(String text, List<Call> calls) implements Line {
        public Model {
            requireNonNull(text, "text");
            calls = List.copyOf(calls);
        }
    }

    /// What a call has given.
    record Result(Call call, String text) implements Line {
        public Result {
            requireNonNull(call, "call");
            requireNonNull(text, "text");
        }
    }

    /// About how many tokens it is.
    default int tokens() {
        return switch (this) {
            case System system -> Usage.tokens(system.text());
            case User user -> Usage.tokens(user.text());
            case Model model -> Usage.tokens(model.text());
            case Result result -> Usage.tokens(result.text());
        };
    }

    /// What the model wants looked up.
    ///
    /// @param arguments as it wrote them, in clear
    record Call(String id, String tool, String arguments) {
        public Call {
            requireNonNull(id, "id");
            requireNonNull(tool, "tool");
            requireNonNull(arguments, "arguments");
        }
    }
}
