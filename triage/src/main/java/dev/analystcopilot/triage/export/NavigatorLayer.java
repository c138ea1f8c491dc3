package dev.analystcopilot.triage.export;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A case as a layer of ATT&CK Navigator, format 4.5: each technique under its tactic, coloured by whether it took
/// effect, with the steps in its comment.
final class NavigatorLayer {
    private static final String LAYER = "4.5";
    private static final String NAVIGATOR = "5.1.0";
    private static final String ATTACK = "18";

    private final TechniqueCatalog catalog;
    private final CaseDocument document;

    NavigatorLayer(TechniqueCatalog catalog, CaseDocument document) {
        this.catalog = catalog;
        this.document = document;
    }

    /// A technique under one of its tactics.
    private record Cell(String technique, String tactic) {}

    /// How sure it is that something happened: its score, colour and name in the legend.
    private enum Shade {
        UNKNOWN(30, "#9aa5b1", "not known whether it took effect"),
        ATTEMPTED(60, "#f2a33c", "attempted"),
        SUCCEEDED(100, "#d64545", "succeeded");

        private final int score;
        private final String colour;
        private final String label;

        Shade(int score, String colour, String label) {
            this.score = score;
            this.colour = colour;
            this.label = label;
        }

        static Shade of(String outcome) {
            for (Outcome known : Outcome.values()) {
                if (known.wireName().equals(outcome)) {
                    return switch (known) {
                        case SUCCEEDED -> SUCCEEDED;
                        case ATTEMPTED -> ATTEMPTED;
                        case UNKNOWN -> UNKNOWN;
                    };
                }
            }
            return UNKNOWN;
        }
    }

    ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", document.title().en());
        root.putObject("versions")
                .put("attack", ATTACK)
                .put("navigator", NAVIGATOR)
                .put("layer", LAYER);
        root.put("domain", "enterprise-attack")
                .put("description", document.summary().en());
        root.put("sorting", 0).put("hideDisabled", false).put("selectTechniquesAcrossTactics", false);
        ObjectNode layout = root.putObject("layout");
        layout.put("layout", "side").put("showID", true).put("showName", true);
        techniques(root.putArray("techniques"));
        ObjectNode gradient = root.putObject("gradient");
        gradient.putArray("colors").add("#ffffff").add(Shade.SUCCEEDED.colour);
        gradient.put("minValue", 0).put("maxValue", Shade.SUCCEEDED.score);
        ArrayNode legend = root.putArray("legendItems");
        for (Shade shade : Shade.values()) {
            legend.addObject().put("label", shade.label).put("color", shade.colour);
        }
        ArrayNode metadata = root.putArray("metadata");
        named(metadata, "case", document.id());
        named(metadata, "disposition", document.disposition());
        return root;
    }

    private void techniques(ArrayNode into) {
        Map<Cell, List<StepDocument>> cells =
                new TreeMap<>(Comparator.comparing(Cell::technique).thenComparing(Cell::tactic));
        var parents = new TreeSet<String>();
        for (StepDocument step : document.steps()) {
            cells.computeIfAbsent(new Cell(step.technique(), tactic(step)), key -> new ArrayList<>())
                    .add(step);
            int dot = step.technique().indexOf('.');
            if (dot > 0) {
                parents.add(step.technique().substring(0, dot));
            }
        }
        cells.forEach((cell, steps) -> {
            ObjectNode node = cell(into, cell, steps);
            if (parents.remove(cell.technique())) {
                node.put("showSubtechniques", true);
            }
        });
        // A sub-technique is seen only where its parent is unfolded.
        parents.forEach(parent ->
                into.addObject().put("techniqueID", parent).put("enabled", true).put("showSubtechniques", true));
    }

    private String tactic(StepDocument step) {
        return catalog.tactic(step.tactic()).map(Tactic::shortName).orElse(step.tactic());
    }

    private static ObjectNode cell(ArrayNode into, Cell cell, List<StepDocument> steps) {
        Shade shade = steps.stream()
                .map(step -> Shade.of(step.outcome()))
                .max(Shade::compareTo)
                .orElse(Shade.UNKNOWN);
        ObjectNode node = into.addObject()
                .put("techniqueID", cell.technique())
                .put("tactic", cell.tactic())
                .put("score", shade.score)
                .put("color", shade.colour)
                .put("comment", steps.stream().map(NavigatorLayer::comment).collect(Collectors.joining("\n")))
                .put("enabled", true);
        ArrayNode metadata = node.putArray("metadata");
        for (StepDocument step : steps) {
            named(metadata, "step " + step.n(), StixIds.time(step.firstSeen()) + " – " + StixIds.time(step.lastSeen()));
        }
        return node;
    }

    private static String comment(StepDocument step) {
        return "Step %d, %s, %d alerts: %s"
                .formatted(
                        step.n(),
                        step.outcome(),
                        step.alertCount(),
                        step.title().en());
    }

    private static void named(ArrayNode into, String name, String value) {
        into.addObject().put("name", name).put("value", value);
    }
}
