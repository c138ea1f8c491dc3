package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Alert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The signs that ship with the product, ready to be looked for. Immutable and safe to share.
public final class Signs {
    private static final List<String> RESOURCES = List.of("/triage/signs.yaml", "/triage/signs-everyday.yaml");

    private static final class Shipped {
        private static final Signs SIGNS = new Signs(SignReader.read(RESOURCES));
    }

    private final List<SignRule> rules;
    private final Map<String, Sign> byId = new LinkedHashMap<>();
    private final BodyReader reader = new BodyReader();

    Signs(List<SignRule> rules) {
        this.rules = List.copyOf(rules);
        rules.forEach(rule -> byId.put(rule.sign().id(), rule.sign()));
    }

    /// The shipped signs.
    public static Signs load() {
        return Shipped.SIGNS;
    }

    /// Ids of the signs that an alert's body shows, in the order of the file. The same alert always gives the same. An
    /// alert that is but a title shows none: what titles mean is told by hints, see `triage.technique`.
    public List<String> of(Alert alert) {
        Body body = reader.read(alert);
        return body.tellsMoreThanTitle() ? of(body) : List.of();
    }

    List<String> of(Body body) {
        var found = new ArrayList<String>(4);
        var explained = new HashSet<String>();
        for (int i = 0; i < rules.size(); i++) {
            SignRule rule = rules.get(i);
            if (rule.holds(body)) {
                found.add(rule.sign().id());
                explained.addAll(rule.explains());
            }
        }
        found.removeAll(explained);
        return List.copyOf(found);
    }

    public Optional<Sign> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Sign> all() {
        return List.copyOf(byId.values());
    }

    /// The ids that some sign accounts for.
    Set<String> explained() {
        return rules.stream().flatMap(rule -> rule.explains().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
