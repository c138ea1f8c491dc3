package dev.analystcopilot.triage.export;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.LinkDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A case as a STIX 2.1 bundle (OASIS Standard, 10 June 2021). The case is a grouping; each step is a sighting of its
/// technique at the hosts concerned, resting on observed data that hold what the alerts name; steps are tied by
/// relationships that say why one follows from another; notes tell the summary in both languages. Nothing custom.
final class StixBundle {
    /// Objects that many cases share are the same in all of them, so their time is a fixed one.
    private static final String SHARED_SINCE = "2025-01-01T00:00:00.000Z";

    private static final String SOURCE = "Analyst Copilot";
    private static final int MAX_COUNT = 999_999_999;

    private final TechniqueCatalog catalog;
    private final CaseDocument document;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final String author = StixIds.ours("identity", SOURCE);

    /// What stands for a step in relationships, by its number.
    private final Map<Integer, String> ofStep = new HashMap<>();

    StixBundle(TechniqueCatalog catalog, CaseDocument document) {
        this.catalog = catalog;
        this.document = document;
    }

    ObjectNode root() {
        ObjectNode self = shared("identity", author);
        self.put("name", SOURCE).put("identity_class", "system");
        document.entities().forEach(this::entity);
        document.steps().forEach(this::step);
        document.links().forEach(this::link);
        String grouping = grouping();
        note(grouping, "en", document.title().en(), text(Bilingual::en));
        note(grouping, "zh", document.title().zh(), text(Bilingual::zh));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "bundle").put("id", StixIds.ours("bundle", document.id()));
        objects.values().forEach(root.putArray("objects")::add);
        return root;
    }

    private ObjectNode object(String type, String id, String created, String modified) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", type).put("spec_version", "2.1").put("id", id);
        if (!id.equals(author)) {
            node.put("created_by_ref", author);
        }
        node.put("created", created).put("modified", modified);
        objects.put(id, node);
        return node;
    }

    private ObjectNode shared(String type, String id) {
        return object(type, id, SHARED_SINCE, SHARED_SINCE);
    }

    /// @param what tells it from others of this case
    private ObjectNode ofCase(String type, String... what) {
        var parts = new ArrayList<String>(List.of(document.id()));
        parts.addAll(List.of(what));
        return object(
                type,
                StixIds.ours(type, parts.toArray(String[]::new)),
                StixIds.time(document.firstSeen()),
                StixIds.time(document.lastSeen()));
    }

    private void entity(EntityCount entity) {
        var _ = place(Entity.of(entity.type(), entity.value()));
    }

    /// Its id, if STIX has an object for it.
    private Optional<String> place(Entity entity) {
        if (entity instanceof Entity.Host host) {
            // Of this case only: two organisations may each have a web-01.
            ObjectNode system = ofCase("identity", "host", host.value());
            system.put("name", host.value()).put("identity_class", "system");
            return Optional.of(system.path("id").asString());
        }
        List<ObjectNode> made = StixObservables.of(entity);
        made.forEach(node -> objects.putIfAbsent(node.path("id").asString(), node));
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(made.getLast().path("id").asString());
    }

    private void step(StepDocument step) {
        String pattern = pattern(step);
        String number = Integer.toString(step.n());
        var hosts = new ArrayList<String>();
        var things = new ArrayList<String>();
        for (String key : step.entities()) {
            Entity entity = Entity.ofKey(key);
            place(entity).ifPresent((entity instanceof Entity.Host ? hosts : things)::add);
        }
        Optional<String> observed = things.isEmpty() ? Optional.empty() : Optional.of(observed(step, number, things));
        ofStep.put(step.n(), observed.orElse(pattern));
        sighting(step, number, pattern, hosts, observed);
        for (String host : hosts) {
            ObjectNode targets = ofCase("relationship", "targets", pattern, host);
            targets.put("relationship_type", "targets")
                    .put("source_ref", pattern)
                    .put("target_ref", host);
        }
    }

    private String pattern(StepDocument step) {
        Optional<Technique> known = catalog.technique(step.technique());
        String id = StixIds.ours("attack-pattern", step.technique());
        if (objects.containsKey(id)) {
            return id;
        }
        ObjectNode pattern = shared("attack-pattern", id);
        pattern.put(
                "name",
                known.map(technique -> technique.name().en())
                        .orElse(step.techniqueName().en()));
        pattern.putArray("external_references")
                .addObject()
                .put("source_name", "mitre-attack")
                .put("external_id", step.technique())
                .put(
                        "url",
                        "https://attack.mitre.org/techniques/"
                                + step.technique().replace('.', '/'));
        List<String> phases = known.stream()
                .flatMap(technique -> technique.tactics().stream())
                .map(Tactic::shortName)
                .toList();
        if (!phases.isEmpty()) {
            ArrayNode chain = pattern.putArray("kill_chain_phases");
            phases.forEach(phase ->
                    chain.addObject().put("kill_chain_name", "mitre-attack").put("phase_name", phase));
        }
        return id;
    }

    private String observed(StepDocument step, String number, List<String> things) {
        ObjectNode data = ofCase("observed-data", number)
                .put("first_observed", StixIds.time(step.firstSeen()))
                .put("last_observed", StixIds.time(step.lastSeen()))
                .put("number_observed", Math.clamp(step.alertCount(), 1, MAX_COUNT));
        things.stream().distinct().forEach(data.putArray("object_refs")::add);
        return data.path("id").asString();
    }

    private void sighting(
            StepDocument step, String number, String pattern, List<String> hosts, Optional<String> observed) {
        ObjectNode sighting = ofCase("sighting", number)
                .put(
                        "description",
                        "Step %d, %s, %s: %s"
                                .formatted(
                                        step.n(),
                                        step.tacticName().en(),
                                        step.outcome(),
                                        step.title().en()))
                .put("first_seen", StixIds.time(step.firstSeen()))
                .put("last_seen", StixIds.time(step.lastSeen()))
                .put("count", Math.clamp(step.alertCount(), 1, MAX_COUNT))
                .put("sighting_of_ref", pattern);
        observed.ifPresent(id -> sighting.putArray("observed_data_refs").add(id));
        if (!hosts.isEmpty()) {
            hosts.stream().distinct().forEach(sighting.putArray("where_sighted_refs")::add);
        }
        if (!step.alertIds().isEmpty()) {
            ArrayNode alerts = sighting.putArray("external_references");
            step.alertIds()
                    .forEach(id -> alerts.addObject()
                            .put("source_name", SOURCE + " alert")
                            .put("external_id", id));
        }
    }

    private void link(LinkDocument link) {
        String from = ofStep.get(link.from());
        String to = ofStep.get(link.to());
        if (from == null || to == null || from.equals(to)) {
            return;
        }
        ofCase("relationship", "link", Integer.toString(link.from()), Integer.toString(link.to()))
                .put("relationship_type", "related-to")
                .put(
                        "description",
                        "Step %d follows step %d: %s"
                                .formatted(link.to(), link.from(), link.reason().en()))
                .put("source_ref", from)
                .put("target_ref", to);
    }

    private String grouping() {
        List<String> members =
                objects.keySet().stream().filter(id -> !id.equals(author)).toList();
        ObjectNode grouping = ofCase("grouping")
                .put("name", document.title().en())
                .put("description", document.summary().en())
                .put("context", "suspicious-activity")
                .put("confidence", Math.clamp(Math.round(100 * document.confidence()), 0, 100));
        grouping.putArray("labels").add(document.disposition());
        grouping.putArray("external_references")
                .addObject()
                .put("source_name", SOURCE + " case")
                .put("external_id", document.id());
        ArrayNode refs = grouping.putArray("object_refs");
        // A grouping holds at least one object; a case without steps and entities holds its author.
        (members.isEmpty() ? List.of(author) : members).forEach(refs::add);
        return grouping.path("id").asString();
    }

    private void note(String about, String language, String title, String content) {
        ObjectNode note = ofCase("note", language)
                .put("lang", language)
                .put("abstract", title)
                .put("content", content);
        note.putArray("authors").add(SOURCE);
        note.putArray("object_refs").add(about);
    }

    /// The summary, and what the evidence does not show.
    private String text(Function<Bilingual, String> language) {
        return Stream.concat(Stream.of(document.summary()), document.gaps().stream())
                .map(language)
                .collect(Collectors.joining("\n"));
    }
}
