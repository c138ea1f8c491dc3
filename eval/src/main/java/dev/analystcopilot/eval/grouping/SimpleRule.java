package dev.analystcopilot.eval.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules that one would write first. What two alerts share are accounts, hosts, addresses, URLs and mailboxes that are
/// listed at the top level of the record, as in the measuring rod.
enum SimpleRule {
    GAP("gap 1 h") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return apart.compareTo(Duration.ofHours(1)) < 0;
        }
    },
    ENTITY("any shared entity") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return !shared.isEmpty();
        }
    },
    ENTITY_6_H("shared entity within 6 h") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return !shared.isEmpty() && apart.compareTo(Duration.ofHours(6)) < 0;
        }
    },
    TWO_ENTITIES("two shared entities") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return shared.size() >= 2;
        }
    },
    HOST("shared host") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return shared.stream().anyMatch(entity -> entity.startsWith("host:"));
        }
    },
    HEAP("one heap") {
        @Override
        boolean ties(Duration apart, Set<String> shared) {
            return true;
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String words;

    SimpleRule(String words) {
        this.words = words;
    }

    abstract boolean ties(Duration apart, Set<String> shared);

    String words() {
        return words;
    }

    List<String> group(List<IncidentAlert> alerts) {
        List<Set<String>> entities = alerts.stream().map(SimpleRule::entities).toList();
        var group = new int[alerts.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                Duration apart = Duration.between(
                        alerts.get(j).alert().time(), alerts.get(i).alert().time());
                var shared = new HashSet<>(entities.get(i));
                shared.retainAll(entities.get(j));
                if (ties(apart.abs(), shared)) {
                    join(group, group[j], group[i]);
                }
            }
        }
        List<String> names = new ArrayList<>();
        for (int of : group) {
            names.add(String.valueOf(of));
        }
        return names;
    }

    private static void join(int[] group, int to, int from) {
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == from ? to : group[i];
        }
    }

    private static Set<String> entities(IncidentAlert one) {
        Set<String> entities = new HashSet<>();
        for (JsonNode entity : JSON.readTree(one.alert().raw()).path("Entities")) {
            String field = switch (entity.path("Type").asString("")) {
                case "host" -> "HostName";
                case "account" -> "Name";
                case "ip" -> "Address";
                case "url" -> "Url";
                case "mailbox" -> "MailboxPrimaryAddress";
                default -> "";
            };
            String value = field.isEmpty() ? "" : entity.path(field).asString("");
            if (!value.isEmpty()) {
                entities.add(entity.path("Type").asString() + ":" + value.toLowerCase(Locale.ROOT));
            }
        }
        return entities;
    }
}
