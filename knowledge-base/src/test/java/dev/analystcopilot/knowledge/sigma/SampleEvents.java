package dev.analystcopilot.knowledge.sigma;

import dev.analystcopilot.knowledge.sigma.event.EventReader;
import dev.analystcopilot.knowledge.sigma.match.RuleMatch;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Events for tests.
final class SampleEvents {
    private static final EventReader READER = new EventReader();

    private SampleEvents() {}

    static List<RuleMatch> match(RuleSet rules, String event) {
        return rules.book().match(List.of(READER.read(JsonMapper.shared().readTree(event))), 100);
    }
}
