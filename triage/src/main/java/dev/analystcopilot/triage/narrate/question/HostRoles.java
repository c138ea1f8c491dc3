package dev.analystcopilot.triage.narrate.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Roles that stand for hosts, such as "intranet server" and 内网服务器: both name the same candidates.
final class HostRoles {
    private record Role(List<String> said, List<String> hosts) {}

    private final List<Role> roles = new ArrayList<>();

    HostRoles() {
        WordLists.properties("host-roles.properties").forEach((role, lists) -> {
            int equals = lists.indexOf('=');
            roles.add(new Role(
                    WordLists.split(lists.substring(0, equals)), WordLists.split(lists.substring(equals + 1))));
        });
    }

    Set<String> candidates(PlainText text) {
        Set<String> candidates = new LinkedHashSet<>();
        for (Role role : roles) {
            if (role.said().stream().anyMatch(text::contains)) {
                role.hosts().forEach(host -> candidates.addAll(Spellings.of(host)));
            }
        }
        return candidates;
    }
}
