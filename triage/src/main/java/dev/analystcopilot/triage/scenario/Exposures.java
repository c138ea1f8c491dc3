package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.KnownAsset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of weaknesses that are being exploited: those named in alerts, and those of the software on the case's
/// machines.
///
/// @param exploited ids that a catalogue of exploited vulnerabilities names, such as `CVE-2021-44228`
/// @param byHost ids that concern the software of a machine, by the key of the host or address
public record Exposures(Set<String> exploited, Map<String, List<String>> byHost) {
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}", Pattern.CASE_INSENSITIVE);

    public Exposures {
        exploited = Set.copyOf(exploited);
        byHost = Map.copyOf(byHost);
    }

    public static Exposures none() {
        return new Exposures(Set.of(), Map.of());
    }

    /// What the context of a case knows.
    public static Exposures of(CaseContext context) {
        Map<String, List<String>> byHost = new TreeMap<>();
        Set<String> exploited = new TreeSet<>();
        Map<String, Set<String>> keysOf = new TreeMap<>();
        for (KnownAsset known : context.assets()) {
            Set<String> keys = keysOf.computeIfAbsent(known.asset().host(), host -> new TreeSet<>());
            keys.add("host:" + known.asset().host());
            known.entities().forEach(entity -> keys.add(entity.key()));
        }
        context.exploited().forEach(one -> exploited.add(one.id()));
        Stream.concat(context.exploited().stream(), context.exposed().stream())
                .forEach(one -> one.exposed()
                        .forEach(host -> keysOf.getOrDefault(host, Set.of("host:" + host))
                                .forEach(key -> byHost.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(one.id()))));
        return new Exposures(exploited, byHost);
    }

    /// The ids of weaknesses that a text names, in capitals.
    public static Set<String> named(String text) {
        return CVE.matcher(text)
                .results()
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean concern(Moment moment) {
        return !of(List.of(moment)).isEmpty();
    }

    /// Those that concern some moments of a case, in order.
    Set<String> of(Collection<Moment> moments) {
        var found = new TreeSet<String>();
        for (Moment moment : moments) {
            moment.words().stream()
                    .flatMap(w -> named(w).stream())
                    .filter(exploited::contains)
                    .forEach(found::add);
            for (Entity host : moment.hosts()) {
                found.addAll(byHost.getOrDefault(host.key(), List.of()));
            }
        }
        return found;
    }
}
