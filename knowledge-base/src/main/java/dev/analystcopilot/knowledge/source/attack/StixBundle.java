package dev.analystcopilot.knowledge.source.attack;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Drafts;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The objects of a STIX 2.0 or 2.1 bundle that are in force, and how they relate.
final class StixBundle {
    /// One object of many: what follows it is the next one.
    private static final ObjectReader JSON =
            JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Comparator<Related> IN_ORDER = Comparator.comparing(
                    (Related related) -> related.object().ref())
            .thenComparing(related -> related.object().name())
            .thenComparing(Related::text);

    private final Map<String, StixObject> objects = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, List<Relation>> bySource = new HashMap<>();
    private final Map<String, List<Relation>> byTarget = new HashMap<>();

    private StixBundle() {}

    private record Relation(String type, String source, String target, String text) {}

    /// What an object is related to, with what the relation says.
    record Related(StixObject object, String text) {}

    /// @throws UnreadableDocumentException if this is no bundle
    static StixBundle read(InputStream in, Drafts problems) {
        var bundle = new StixBundle();
        try (JsonParser parser = JSON.createParser(in)) {
            if (!toObjects(parser)) {
                throw new UnreadableDocumentException("there is no list of 'objects': a STIX bundle has one");
            }
            for (int number = 1; parser.nextToken() == JsonToken.START_OBJECT; number++) {
                bundle.add(JSON.readTree(parser), number, problems);
            }
        } catch (JacksonException e) {
            throw new UnreadableDocumentException("is not valid JSON: " + e.getOriginalMessage());
        }
        bundle.relations.removeIf(relation ->
                !bundle.objects.containsKey(relation.source()) || !bundle.objects.containsKey(relation.target()));
        for (Relation relation : bundle.relations) {
            bundle.bySource
                    .computeIfAbsent(relation.source(), id -> new ArrayList<>())
                    .add(relation);
            bundle.byTarget
                    .computeIfAbsent(relation.target(), id -> new ArrayList<>())
                    .add(relation);
        }
        return bundle;
    }

    private static boolean toObjects(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals("objects");
            JsonToken value = parser.nextToken();
            if (found) {
                return value == JsonToken.START_ARRAY;
            }
            parser.skipChildren();
        }
        return false;
    }

    private void add(JsonNode node, int number, Drafts problems) {
        if (StixObject.isGone(node)) {
            return;
        }
        String type = node.path("type").asString("");
        if (type.equals("relationship")) {
            relations.add(new Relation(
                    node.path("relationship_type").asString(""),
                    node.path("source_ref").asString(""),
                    node.path("target_ref").asString(""),
                    AttackText.plain(node.path("description").asString(""))));
            return;
        }
        StixObject object = StixObject.of(node);
        if (object.id().isEmpty()) {
            problems.problem("object " + number, "has no id");
        } else if (object.page().isPresent()
                && (object.ref().isEmpty() || object.name().isEmpty())) {
            problems.problem("object " + number, object.id() + " has no ATT&CK id or no name");
        } else {
            objects.put(object.id(), object);
        }
    }

    List<StixObject> of(StixObject.Page page) {
        return objects.values().stream()
                .filter(object -> object.page().equals(Optional.of(page)))
                .sorted(Comparator.comparing(StixObject::ref).thenComparing(StixObject::id))
                .toList();
    }

    /// The parts that exist, in order.
    List<StixObject> parts(StixObject whole) {
        return whole.parts().stream()
                .flatMap(id -> Stream.ofNullable(objects.get(id)))
                .toList();
    }

    /// What an object points to by a relation: what a group `uses`.
    List<Related> from(StixObject source, String type) {
        return bySource.getOrDefault(source.id(), List.of()).stream()
                .filter(relation -> relation.type().equals(type))
                .flatMap(relation -> related(relation.target(), relation))
                .sorted(IN_ORDER)
                .toList();
    }

    /// What points to an object: who `uses` a technique.
    List<Related> to(StixObject target, String type) {
        return byTarget.getOrDefault(target.id(), List.of()).stream()
                .filter(relation -> relation.type().equals(type))
                .flatMap(relation -> related(relation.source(), relation))
                .sorted(IN_ORDER)
                .toList();
    }

    private Stream<Related> related(String id, Relation relation) {
        return Stream.ofNullable(objects.get(id)).map(object -> new Related(object, relation.text()));
    }
}
