package dev.analystcopilot.knowledge.source.attack;

import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Paragraphs;
import dev.analystcopilot.knowledge.source.attack.StixBundle.Related;
import dev.analystcopilot.knowledge.source.attack.StixObject.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Techniques, and what belongs to them: tactics, mitigations, detections.
final class TechniquePages {
    private static final String PROCEDURE = "procedure";

    private final StixBundle bundle;
    private final Map<String, StixObject> tactics;

    TechniquePages(StixBundle bundle) {
        this.bundle = bundle;
        this.tactics = bundle.of(Page.TACTIC).stream()
                .collect(Collectors.toMap(StixObject::shortName, Function.identity(), (first, second) -> first));
    }

    /// Description, detection, one passage for each mitigation, and one for each example of its use.
    Draft technique(StixObject technique) {
        Optional<StixObject> parent =
                bundle.from(technique, "subtechnique-of").stream().findFirst().map(Related::object);
        List<String> tacticNames = technique.tactics().stream()
                .map(name -> Optional.ofNullable(tactics.get(name))
                        .map(StixObject::name)
                        .orElse(name))
                .toList();
        String context = Stream.of(
                        parent.map(StixObject::name).stream(), tacticNames.stream(), technique.platforms().stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
        var draft = Draft.english(technique.ref(), Page.TECHNIQUE.kind(), technique.name())
                .techniques(List.of(technique.ref()))
                .tags(Stream.concat(tacticNames.stream(), technique.platforms().stream())
                        .distinct()
                        .toList());
        String description = technique.description().isEmpty() ? technique.label() : technique.description();
        chunks(description).forEach(chunk -> draft.part("Description", chunk, context, true));
        chunks(technique.detection()).forEach(chunk -> draft.part("Detection", chunk, "", false));
        for (Related detects : bundle.to(technique, "detects")) {
            StixObject strategy = detects.object();
            var texts = new ArrayList<>(List.of(detects.text()));
            bundle.parts(strategy).stream().map(TechniquePages::analytic).forEach(texts::add);
            // The strategy's own page has the same text with its vectors.
            chunks(String.join("\n\n", texts))
                    .forEach(chunk -> draft.part("Detection: " + strategy.name(), chunk, strategy.ref(), false));
        }
        for (Related mitigates : bundle.to(technique, "mitigates")) {
            draft.part(
                    "Mitigation: " + mitigates.object().name(),
                    mitigates.text(),
                    mitigates.object().ref(),
                    true);
        }
        for (Related uses : bundle.to(technique, "uses")) {
            draft.part(PROCEDURE, uses.object().label(), uses.text(), "", false);
        }
        return draft.build();
    }

    Draft tactic(StixObject tactic) {
        List<StixObject> members = bundle.of(Page.TECHNIQUE).stream()
                .filter(technique -> technique.tactics().contains(tactic.shortName()))
                .toList();
        var draft = Draft.english(tactic.ref(), Page.TACTIC.kind(), tactic.name())
                .tags(tactic.shortName().isEmpty() ? List.of() : List.of(tactic.shortName()));
        describe(draft, tactic, "");
        list(draft, "Techniques", members);
        return draft.build();
    }

    Draft mitigation(StixObject mitigation) {
        List<StixObject> techniques = objects(bundle.from(mitigation, "mitigates"));
        var draft = Draft.english(mitigation.ref(), Page.MITIGATION.kind(), mitigation.name())
                .techniques(refs(techniques));
        describe(draft, mitigation, "");
        list(draft, "Techniques that it mitigates", techniques);
        return draft.build();
    }

    Draft strategy(StixObject strategy) {
        List<StixObject> techniques = objects(bundle.from(strategy, "detects"));
        String context = techniques.stream().map(StixObject::label).collect(Collectors.joining(", "));
        List<StixObject> analytics = bundle.parts(strategy);
        var draft = Draft.english(strategy.ref(), Page.STRATEGY.kind(), strategy.name())
                .techniques(refs(techniques))
                .tags(analytics.stream()
                        .flatMap(analytic -> analytic.platforms().stream())
                        .distinct()
                        .toList());
        describe(draft, strategy, context);
        for (StixObject analytic : analytics) {
            draft.part(analytic.label(), analytic(analytic), context, true);
            draft.part(analytic.label(), String.join("\n", analytic.logs()), "", false);
        }
        return draft.build();
    }

    Draft component(StixObject component) {
        List<StixObject> techniques = objects(bundle.from(component, "detects"));
        var draft = Draft.english(component.ref(), Page.COMPONENT.kind(), component.name())
                .techniques(refs(techniques))
                .tags(List.of("data component"));
        describe(draft, component, "");
        draft.part("Log sources", String.join("\n", component.logs()), "", false);
        return draft.build();
    }

    private static String analytic(StixObject analytic) {
        String platforms = String.join(", ", analytic.platforms());
        return platforms.isEmpty() ? analytic.description() : platforms + ": " + analytic.description();
    }

    /// A page that says nothing of itself still has a name to be found by.
    static void describe(Draft.Builder draft, StixObject object, String context) {
        String description = object.description().isEmpty() ? object.label() : object.description();
        chunks(description).forEach(chunk -> draft.part("Description", chunk, context, true));
    }

    /// A list of names, which words find as well as vectors do.
    static void list(Draft.Builder draft, String heading, List<StixObject> objects) {
        chunks(objects.stream().map(StixObject::label).collect(Collectors.joining("\n")))
                .forEach(chunk -> draft.part(heading, chunk, "", false));
    }

    static List<StixObject> objects(List<Related> related) {
        return related.stream().map(Related::object).distinct().toList();
    }

    static List<String> refs(List<StixObject> objects) {
        return objects.stream().map(StixObject::ref).distinct().toList();
    }

    static List<String> chunks(String text) {
        return text.isBlank() ? List.of() : Paragraphs.cut(AttackText.paragraphs(text));
    }
}
