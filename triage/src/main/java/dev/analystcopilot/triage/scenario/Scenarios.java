package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.phrase.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The scenarios that ship with the product and those that a site adds.
public final class Scenarios {
    /// Names a folder with a site's own scenarios.
    public static final String VARIABLE = "COPILOT_SCENARIOS";

    private static final String RESOURCE = "/triage/scenarios.yaml";

    private final List<Scenario> scenarios;
    private final Phrases phrases = new Phrases();

    private Scenarios(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /// The shipped ones.
    public static Scenarios load() {
        return new Scenarios(shipped());
    }

    /// The shipped ones, then those in a folder's `.yaml` and `.yml` files; one with the id of another takes its place.
    ///
    /// @throws InvalidScenarioException if the folder or a file in it cannot be used
    public static Scenarios load(Path folder) {
        Map<String, Scenario> byId = shipped().stream()
                .collect(Collectors.toMap(Scenario::id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        for (Path file : files(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                ScenarioReader.read(file.toString(), in).forEach(scenario -> byId.put(scenario.id(), scenario));
            } catch (IOException e) {
                throw new InvalidScenarioException(
                        file.toString(), "cannot be read: " + e.getMessage(), "Make it readable", e);
            }
        }
        return new Scenarios(List.copyOf(byId.values()));
    }

    /// The shipped ones, with those of the folder that `COPILOT_SCENARIOS` names, else of `scenarios` in the data
    /// folder
    /// where there is one.
    ///
    /// @throws InvalidScenarioException if a folder that was named does not exist, or a file cannot be used
    public static Scenarios ofSite(Map<String, String> environment, Optional<Path> dataFolder) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return load(Path.of(named.strip()));
        }
        return dataFolder
                .map(folder -> folder.resolve("scenarios"))
                .filter(Files::isDirectory)
                .map(Scenarios::load)
                .orElseGet(Scenarios::load);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidScenarioException(
                    folder.toString(), "is no readable folder", "Make it, or name another in " + VARIABLE, e);
        }
    }

    private static List<Scenario> shipped() {
        try (InputStream in = Scenarios.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return ScenarioReader.read("scenarios.yaml", in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /// Their ids, in order.
    public List<String> ids() {
        return scenarios.stream().map(Scenario::id).toList();
    }

    /// The ids of all runbooks that they name.
    public Set<String> runbooks() {
        return scenarios.stream()
                .flatMap(scenario -> Stream.concat(
                        Stream.of(scenario.runbook()),
                        scenario.clues().stream().flatMap(clue -> clue.runbook().stream())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a case looks like, the best fit first.
    public List<ScenarioMatch> of(CaseDraft draft, Chain chain) {
        return of(draft, chain, Exposures.none());
    }

    /// What a case looks like, the best fit first.
    ///
    /// @param exposures weaknesses known to be exploited, and which of the case's machines have them
    public List<ScenarioMatch> of(CaseDraft draft, Chain chain, Exposures exposures) {
        List<Moment> moments = Moment.of(draft, chain);
        return scenarios.stream()
                .flatMap(scenario -> match(scenario, moments, exposures).stream())
                .sorted(Comparator.comparingDouble(ScenarioMatch::strength)
                        .reversed()
                        .thenComparing(ScenarioMatch::id))
                .toList();
    }

    private Optional<ScenarioMatch> match(Scenario scenario, List<Moment> moments, Exposures exposures) {
        if (moments.stream().anyMatch(m -> scenario.unless().stream().anyMatch(other -> other.fit(m)))) {
            return Optional.empty();
        }
        double against = 1;
        Optional<String> runbook = Optional.empty();
        double best = 0;
        var shown = new ArrayList<Moment>();
        for (Clue clue : scenario.clues()) {
            Optional<Clue.Found> found = clue.in(moments, exposures);
            if (found.isPresent()) {
                double strength = found.orElseThrow().strength();
                // Independent reasons for the same thing: what none of them explains away.
                against *= 1 - strength;
                shown.addAll(found.orElseThrow().moments());
                if (strength > best) {
                    best = strength;
                    runbook = clue.runbook();
                }
            }
        }
        double strength = Math.round((1 - against) * 1e6) / 1e6;
        if (shown.isEmpty() || strength < scenario.least()) {
            return Optional.empty();
        }
        List<Moment> distinct = shown.stream().distinct().toList();
        var blanks = new Blanks(distinct, exposures.of(distinct), phrases);
        return Optional.of(new ScenarioMatch(
                scenario.id(),
                scenario.title(),
                strength,
                distinct.stream().map(Moment::step).filter(n -> n > 0).sorted().toList(),
                scenario.questions().stream().map(q -> q.in(blanks)).toList(),
                runbook.orElse(scenario.runbook())));
    }
}
