package dev.analystcopilot.knowledge.format.dialect.sentinel;

import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.ProcessIdentity;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The process tree of a SecurityAlert: the listed processes, each followed by its ancestors.
final class SentinelProcesses {
    private static final int MAX_GENERATIONS = 16;

    private final EntityGraph graph;
    private final AlertDraft draft;
    private final String host;

    private SentinelProcesses(EntityGraph graph, AlertDraft draft, String host) {
        this.graph = graph;
        this.draft = draft;
        this.host = host;
    }

    /// @param compromised the alert's `CompromisedEntity`, mostly the machine; may be empty
    static void collect(EntityGraph graph, String compromised, AlertDraft draft) {
        List<JsonNode> listed = graph.top().stream()
                .filter(entity -> EntityGraph.type(entity).equals("process"))
                .toList();
        if (!listed.isEmpty()) {
            new SentinelProcesses(graph, draft, machine(graph, compromised)).tell(listed);
        }
    }

    /// Those that acted, the latest first: ancestors are listed, too, and mostly before them.
    private void tell(List<JsonNode> listed) {
        Set<JsonNode> ancestors = Collections.newSetFromMap(new IdentityHashMap<>());
        listed.forEach(process -> ancestors(process).skip(1).forEach(ancestors::add));
        List<JsonNode> acted = listed.stream()
                .filter(process ->
                        !ancestors.contains(process) && !named(graph, process).isEmpty())
                .sorted(Comparator.comparing(SentinelProcesses::started).reversed())
                .toList();
        acted.stream().findFirst().or(() -> listed.stream().findFirst()).ifPresent(this::describe);
        Stream.concat(acted.stream(), listed.stream())
                .flatMap(this::ancestors)
                .forEach(process -> draft.process(identity(process)));
    }

    /// The process itself and its ancestors; a circle ends them.
    private Stream<JsonNode> ancestors(JsonNode process) {
        return Stream.iterate(process, JsonNode::isObject, generation -> graph.of(generation, "ParentProcess"))
                .limit(MAX_GENERATIONS)
                .distinct();
    }

    private static String started(JsonNode process) {
        return firstText(process, "CreationTimeUtc", "CreatedTimeUtc");
    }

    /// A process by its command line, else by its image.
    static String named(EntityGraph graph, JsonNode process) {
        String commandLine = text(process, "CommandLine");
        return commandLine.isEmpty() ? image(graph, process) : commandLine;
    }

    private static String image(EntityGraph graph, JsonNode process) {
        String path = SentinelEntities.path(graph.of(process, "ImageFile"));
        return path.isEmpty() ? text(process, "FriendlyName") : path;
    }

    /// The machine that the alert is about: the compromised one where it is listed, else the first.
    private static String machine(EntityGraph graph, String compromised) {
        List<String> hosts = graph.top().stream()
                .filter(entity -> EntityGraph.type(entity).equals("host"))
                .map(SentinelEntities::hostName)
                .toList();
        String named = SentinelEntities.shortName(compromised);
        boolean listed = hosts.stream().anyMatch(name -> name.equalsIgnoreCase(named));
        return listed || hosts.isEmpty() ? named : hosts.getFirst();
    }

    private String identity(JsonNode process) {
        String own = SentinelEntities.hostName(graph.of(process, "Host"));
        return ProcessIdentity.of(own.isEmpty() ? host : own, text(process, "ProcessId"), started(process));
    }

    private void describe(JsonNode process) {
        JsonNode parent = graph.of(process, "ParentProcess");
        draft.detail("process.command_line", text(process, "CommandLine"))
                .detail("process.image", image(graph, process))
                .detail("process.parent", named(graph, parent))
                .detail("process.user", SentinelEntities.accountName(graph.of(process, "Account")))
                .detail("process.elevation", text(process, "ElevationToken"));
    }
}
