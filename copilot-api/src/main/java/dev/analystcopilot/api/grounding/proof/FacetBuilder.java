package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what a facet holds.
final class FacetBuilder {
    final StringBuilder text = new StringBuilder();
    final StringBuilder deep = new StringBuilder();
    final List<Instant> times = new ArrayList<>();
    final Map<Unit, Set<Long>> counts = new EnumMap<>(Unit.class);
    final Map<String, Double> rates = new HashMap<>();
    final Set<String> core = new HashSet<>();
    final Set<String> sources = new HashSet<>();
    final Set<String> targets = new HashSet<>();

    @Nullable
    Verdict verdict;

    @Nullable
    Outcome outcome;

    @Nullable
    Severity severity;

    boolean broad;
    boolean made;

    /// What people and models are shown.
    FacetBuilder text(String line) {
        text.append(line).append('\n');
        return this;
    }

    /// What stands in the record beyond that.
    FacetBuilder deep(String line) {
        deep.append(line).append('\n');
        return this;
    }

    FacetBuilder time(Instant time) {
        times.add(time);
        return this;
    }

    FacetBuilder count(Unit per, long count) {
        counts.computeIfAbsent(per, ignored -> new HashSet<>()).add(count);
        return this;
    }

    FacetBuilder rate(String name, double value) {
        rates.put(name, value);
        return this;
    }

    /// Where it came from, by a name that stands for an end of it.
    FacetBuilder source(String name) {
        sources.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /// Where it went to.
    FacetBuilder target(String name) {
        targets.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    FacetBuilder verdict(@Nullable Verdict value) {
        verdict = value;
        return this;
    }

    FacetBuilder outcome(Outcome value) {
        outcome = value;
        return deep("outcome " + value.wireName());
    }

    FacetBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    /// It speaks of a whole whose parts have facets of their own.
    FacetBuilder broad(Set<String> namesOfAllParts) {
        broad = true;
        core.addAll(namesOfAllParts);
        return this;
    }

    /// It was made by code in this answer: every number in it counts.
    FacetBuilder made() {
        made = true;
        return this;
    }

    Facet build() {
        return new Facet(this);
    }
}
