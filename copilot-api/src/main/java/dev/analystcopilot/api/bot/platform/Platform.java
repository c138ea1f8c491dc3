package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import reactor.core.publisher.Mono;

/// A chat platform whose bot asks here.
public interface Platform {

    /// As in the route: `slack`, `teams`, `dingtalk`, `feishu`, `wecom`.
    String name();

    /// How its messages are written, and how long they may be.
    Style style();

    /// Checks that the platform itself is calling, and reads what it says. Computes only.
    ///
    /// @throws ApiFailure.NotSignedIn if the signature is wrong or too old
    /// @throws ApiFailure.BadRequest if it cannot be read
    Heard hear(Call call);

    /// Posts an answer where the question was asked.
    Mono<Void> reply(Question question, String text);
}
