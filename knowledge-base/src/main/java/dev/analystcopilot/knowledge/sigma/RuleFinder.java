package dev.analystcopilot.knowledge.sigma;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.StoredDocument;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Finds the stored Sigma rules that events fulfil. Rules are compiled once for all who see the same ones; the first
/// question after a change of them waits for that, some seconds for thousands.
public final class RuleFinder {
    private static final String KIND = "rule";
    private static final int KEPT = 4;

    private final PassageStore store;
    private final Map<String, EventRules> compiled = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EventRules> eldest) {
            return size() > KEPT;
        }
    };

    public RuleFinder(PassageStore store) {
        this.store = requireNonNull(store, "store");
    }

    /// See [EventRules#find(List, int)].
    public List<RuleHit> find(Scope scope, List<JsonNode> events, int top) {
        return rules(scope).find(events, top);
    }

    /// See [EventRules#techniques(List, int)].
    public List<TechniqueHint> techniques(Scope scope, List<JsonNode> events, int top) {
        return rules(scope).techniques(events, top);
    }

    /// All rules that the scope sees, compiled.
    public EventRules rules(Scope scope) {
        String state = store.state(scope, KIND);
        synchronized (compiled) {
            EventRules known = compiled.get(state);
            if (known == null) {
                known = new EventRules(read(scope));
                compiled.put(state, known);
            }
            return known;
        }
    }

    private RuleSet read(Scope scope) {
        Map<String, String> yaml = new LinkedHashMap<>();
        for (StoredDocument rule : store.documents(scope, KIND)) {
            yaml.put(rule.title() + " (" + rule.ref() + ", " + rule.id() + ")", rule.content());
        }
        return RuleSet.compile(yaml);
    }
}
