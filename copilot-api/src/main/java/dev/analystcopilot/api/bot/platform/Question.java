package dev.analystcopilot.api.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.failure.ApiFailure;

/// What somebody asked the bot.
///
/// @param event the platform's own id of the message: the same one again is the same message
/// @param user the platform's own id of the person
/// @param room the platform's own id of the channel or group
/// @param direct whether nobody but this person reads along
/// @param thread in which the conversation goes on, unique on this platform
/// @param text without the mention of the bot
/// @param to where the answer goes; each platform reads its own
public record Question(String event, String user, String room, boolean direct, String thread, String text, String to) {
    public Question {
        requireNonNull(user, "user");
        requireNonNull(room, "room");
        requireNonNull(text, "text");
        requireNonNull(to, "to");
        if (event.isBlank() || thread.isBlank()) {
            throw new ApiFailure.BadRequest("a message has an id and a thread");
        }
    }

    /// Where answers go may hold a secret of the platform.
    @Override
    public String toString() {
        return "Question[" + event + "]";
    }
}
