package dev.analystcopilot.triage.order;

import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where techniques and tactics usually lie in the course of an attack, from `triage/order/stages.tsv`.
final class Stages {
    private static final Pattern ID = Pattern.compile("(?:AML\\.)?T\\d{4}(?:\\.\\d{3})?");
    private static final double TECHNIQUE_COUNTS = 0.8;
    private static final double UNKNOWN_CERTAINTY = 0.7;

    /// @param stage 0 to 100
    /// @param certainty 1 as sure as most
    record Place(double stage, double certainty) {}

    private record Row(double stage, Optional<Double> certainty) {}

    private final TechniqueCatalog catalog;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, List<String>> idsOfName = new HashMap<>();

    private Stages(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    static Stages load(TechniqueCatalog catalog) {
        var stages = new Stages(catalog);
        for (String line : OrderFiles.lines("stages.tsv")) {
            String[] row = line.split("\t", -1);
            String tactic = row.length > 3 ? row[3] : "";
            Optional<Double> certainty =
                    row.length > 2 && !row[2].isBlank() ? Optional.of(Double.valueOf(row[2])) : Optional.empty();
            stages.rows.put(key(row[0], tactic), new Row(Double.parseDouble(row[1]), certainty));
        }
        catalog.techniques().forEach(technique -> {
            stages.name(technique.name().en(), technique.id());
            stages.name(technique.name().zh(), technique.id());
        });
        catalog.tactics().forEach(tactic -> {
            stages.name(tactic.name().en(), tactic.id());
            stages.name(tactic.name().zh(), tactic.id());
        });
        for (String line : OrderFiles.lines("names.tsv")) {
            String[] row = line.split("\t", -1);
            stages.idsOfName.putIfAbsent(last(row[1]), List.of(row[0]));
        }
        return stages;
    }

    private void name(String name, String id) {
        idsOfName.computeIfAbsent(last(name), key -> new ArrayList<>()).add(id);
    }

    /// Of a sub-technique's name the part after its parent's.
    private static String last(String name) {
        int cut = Math.max(name.lastIndexOf(':'), name.lastIndexOf('：'));
        return name.substring(cut + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String first(String name) {
        int cut = name.indexOf(':');
        return (cut < 0 ? name : name.substring(0, cut)).strip();
    }

    private static String key(String id, String tactic) {
        return id + "|" + tactic;
    }

    Optional<Place> of(Optional<String> tactic, Optional<String> technique) {
        Optional<String> id = technique.flatMap(Stages::id);
        Optional<Row> ofTechnique = id.flatMap(t -> technique(t, tactic.orElse("")));
        Optional<Row> ofTactic = tactic.or(
                        () -> ofTechnique.isPresent() ? Optional.empty() : id.flatMap(this::firstTactic))
                .flatMap(t -> row(t, ""));
        if (ofTechnique.isEmpty() && ofTactic.isEmpty()) {
            return Optional.empty();
        }
        double stage = ofTechnique
                .map(t -> ofTactic.map(r -> TECHNIQUE_COUNTS * t.stage() + (1 - TECHNIQUE_COUNTS) * r.stage())
                        .orElse(t.stage()))
                .or(() -> ofTactic.map(Row::stage))
                .orElseThrow();
        double certainty = ofTechnique
                .flatMap(Row::certainty)
                .or(() -> tactic.or(() -> id.flatMap(this::firstTactic))
                        .flatMap(t -> row(t, ""))
                        .flatMap(Row::certainty))
                .orElse(UNKNOWN_CERTAINTY);
        return Optional.of(new Place(stage, certainty));
    }

    /// What an action's name says, where it is the name of techniques or of a tactic: their mean.
    Optional<Place> ofName(String name, Optional<String> tactic) {
        String whole = name.strip().toLowerCase(Locale.ROOT);
        int bracket = whole.indexOf('(');
        List<Place> places = List.of(
                        whole, bracket > 0 ? whole.substring(0, bracket).strip() : whole, last(whole), first(whole))
                .stream()
                .map(key -> idsOfName.getOrDefault(key, List.of()))
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .flatMap(id -> (id.startsWith("TA")
                                ? of(tactic.or(() -> Optional.of(id)), Optional.empty())
                                : of(tactic, Optional.of(id)))
                        .stream())
                .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(
                        places.stream().mapToDouble(Place::stage).average().orElseThrow(),
                        places.getFirst().certainty()));
    }

    private static Optional<String> id(String technique) {
        Matcher found = ID.matcher(technique);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /// The nearest line: of the sub-technique before its parent, of the tactic before any.
    private Optional<Row> technique(String id, String tactic) {
        int dot = id.indexOf('.', id.startsWith("AML.") ? "AML.".length() : 0);
        String parent = dot > 0 ? id.substring(0, dot) : id;
        return row(id, tactic)
                .or(() -> row(id, ""))
                .or(() -> row(parent, tactic))
                .or(() -> row(parent, ""));
    }

    private Optional<Row> row(String id, String tactic) {
        return Optional.ofNullable(rows.get(key(id, tactic)));
    }

    private Optional<String> firstTactic(String id) {
        return catalog.technique(id).map(Technique::tactics).map(List::getFirst).map(Tactic::id);
    }
}
