package dev.analystcopilot.api.bot;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.bot.platform.Question;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the people of one platform may see.
///
/// @param role of everyone who is not named in `users`
/// @param users the platform's id of a person → their login here
/// @param rooms where alerts may be spoken of although others read along
public record Rights(Role role, Map<String, String> users, Set<String> rooms) {
    public Rights {
        requireNonNull(role, "role");
        users = Map.copyOf(users);
        rooms = Set.copyOf(rooms);
    }

    /// Whom the answer is for: in a room where others read along, that is everyone. May block.
    Caller caller(String platform, String tenant, Question question, Accounts accounts) {
        Caller asker = Optional.ofNullable(users.get(question.user()))
                .map(login -> accounts.callerNamed(login).orElse(anybody(platform, tenant, question, Role.STAFF)))
                .orElseGet(() -> anybody(platform, tenant, question, role));
        boolean overheard = !question.direct() && !rooms.contains(question.room());
        return asker.seesAlerts() && overheard ? new Caller(asker.login(), asker.tenant(), Set.of(Role.STAFF)) : asker;
    }

    private static Caller anybody(String platform, String tenant, Question question, Role role) {
        return new Caller(platform + ":" + question.user(), tenant, Set.of(role));
    }
}
