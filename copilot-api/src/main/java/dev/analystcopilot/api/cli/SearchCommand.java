package dev.analystcopilot.api.cli;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore.Counts;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.technique.TechniqueMatch;
import dev.analystcopilot.knowledge.technique.TechniqueWhy;
import dev.analystcopilot.knowledge.text.Embedders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Retrieval from the terminal: one question, or a file of them.
@Command(
        name = "search",
        description = "Finds passages by words and meaning, and rules for events.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    private static final int PARTIAL = 3;
    private static final String TECHNIQUE = "technique";
    private static final double PERCENT = 100;
    private static final Set<String> FOUND_FOR_EVENTS = Set.of("rule", "technique");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(paramLabel = "TEXT", arity = "0..*")
    private List<String> words = List.of();

    @Option(
            names = "--kind",
            description = "technique, rule, runbook, policy, staff … or any. Default: ${DEFAULT-VALUE}.")
    private String kind = "any";

    @Option(names = "--top", description = "Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Option(names = "--queries", description = "A file with one {\"id\",\"text\"} or {\"id\",\"events\":[…]} a line.")
    private @Nullable Path queries;

    @Option(names = "--event", description = "A file with events in JSON: which rules find them, or which techniques.")
    private @Nullable Path event;

    @Option(names = "--out", description = "Where to write one {\"id\",\"hits\"} a line. Default: the standard output.")
    private @Nullable Path out;

    @Option(names = "--allow-partial", description = "Answer also while passages wait for their vectors.")
    private boolean partial;

    @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        long given = Stream.of(!words.isEmpty(), queries != null, event != null)
                .filter(Boolean::booleanValue)
                .count();
        if (given != 1) {
            throw new ParameterException(
                    spec.commandLine(), "give one of TEXT, --queries FILE and, for rules and techniques, --event FILE");
        }
        return Installation.here().withDatabase(this::run);
    }

    private int run(Database database) {
        var _ = ProductKnowledge.load(database);
        Scope scope = Scope.analyst(tenant);
        var events = new EventSearch(() -> new RuleFinder(database.passages()).rules(scope), kind, top);
        try {
            if (event != null) {
                events.print(event, spec.commandLine().getOut());
                return 0;
            }
            List<JsonNode> asked = queries == null ? List.of() : queries(queries);
            if (!asked.isEmpty()
                    && FOUND_FOR_EVENTS.contains(kind)
                    && asked.stream().allMatch(events::answers)) {
                write(asked, events::hits);
                return 0;
            }
            return byWords(database, scope, asked, events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int byWords(Database database, Scope scope, List<JsonNode> asked, EventSearch events) throws IOException {
        Counts counts = database.passages().counts(scope);
        if (counts.embedded() < counts.passages() && !partial) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d of %d passages have their vectors: try again later, or add --allow-partial%n",
                            counts.embedded(), counts.passages());
            return PARTIAL;
        }
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            if (kind.equals(TECHNIQUE) && asked.stream().noneMatch(events::answers)) {
                techniques(database, new Embedders(english, chinese), scope, asked);
                return 0;
            }
            var search = new KnowledgeSearch(database, new Embedders(english, chinese));
            if (queries == null) {
                print(search.search(scope, query(String.join(" ", words))));
            } else {
                write(
                        asked,
                        query -> FOUND_FOR_EVENTS.contains(kind) && events.answers(query)
                                ? events.hits(query)
                                : hits(search, scope, query));
            }
            return 0;
        }
    }

    /// What texts describe, ranked among all techniques.
    private void techniques(Database database, Embedders embedders, Scope scope, List<JsonNode> asked)
            throws IOException {
        try (var mapper = new TechniqueMapper(database, embedders)) {
            if (queries == null) {
                PrintWriter terminal = spec.commandLine().getOut();
                mapper.map(scope, String.join(" ", words), top)
                        .forEach(match -> terminal.printf(
                                "%3.0f %%  %s %s%s%n",
                                PERCENT * match.confidence(), match.id(), match.name(), because(match.why())));
                terminal.flush();
                return;
            }
            List<List<TechniqueMatch>> answers = mapper.mapAll(
                    scope,
                    asked.stream().map(query -> query.path("text").asString("")).toList(),
                    top);
            // Queries are written by several threads, and two may be equal.
            var ofQuery = new IdentityHashMap<JsonNode, List<TechniqueMatch>>();
            for (int i = 0; i < asked.size(); i++) {
                ofQuery.put(asked.get(i), answers.get(i));
            }
            write(
                    asked,
                    query -> ofQuery.getOrDefault(query, List.of()).stream()
                            .map(match -> Map.<String, Object>of(
                                    "ref", match.id(), "score", match.score(), "confidence", match.confidence()))
                            .toList());
        }
    }

    private static String because(TechniqueWhy why) {
        String wordsFound = why.words().isEmpty() ? "" : " – " + String.join(", ", why.words());
        return wordsFound
                + why.example()
                        .map(example -> " – as " + example.by() + ": " + example.text())
                        .orElse("");
    }

    /// A technique is found by its descriptions and by the examples of its use.
    private KnowledgeQuery query(String text) {
        Set<String> kinds = switch (kind) {
            case "any" -> Set.of();
            case "technique" -> Set.of("technique", "procedure");
            default -> Set.of(kind);
        };
        return new KnowledgeQuery(text, Optional.empty(), kinds, top);
    }

    private void print(List<PassageHit> hits) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (hits.stream().noneMatch(PassageHit::fits)) {
            terminal.println("Nothing that is known seems to fit / 似乎没有相符的内容");
        }
        hits.forEach(hit -> {
            String title = hit.heading().isBlank() ? hit.title() : hit.title() + " – " + hit.heading();
            String why = switch (hit.language()) {
                case EN -> hit.why().text().en();
                case ZH -> hit.why().text().zh();
            };
            terminal.printf(
                    "%3.0f %%  %s %s: %s%n       %s%n", 100 * hit.relevance(), hit.kind(), hit.ref(), title, why);
        });
        terminal.flush();
    }

    /// Each ref once, at its best passage.
    private List<Map<String, Object>> hits(KnowledgeSearch search, Scope scope, JsonNode asked) {
        Set<String> seen = new HashSet<>();
        return search.search(scope, query(asked.path("text").asString(""))).stream()
                .filter(hit -> seen.add(hit.ref()))
                .map(hit -> Map.<String, Object>of("ref", hit.ref(), "score", hit.score()))
                .toList();
    }

    private static List<JsonNode> queries(Path from) throws IOException {
        return Files.readAllLines(from).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    private void write(List<JsonNode> queries, Function<JsonNode, List<Map<String, Object>>> hits) throws IOException {
        if (out == null) {
            write(queries, hits, spec.commandLine().getOut());
            return;
        }
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(out))) {
            write(queries, hits, to);
            if (to.checkError()) {
                throw new IOException("cannot write " + out);
            }
        }
    }

    private static void write(
            List<JsonNode> queries, Function<JsonNode, List<Map<String, Object>>> hits, PrintWriter to) {
        try (var batch = new SearchBatch()) {
            batch.run(queries, hits, (asked, found) -> {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("id", asked.path("id").asString());
                answer.put("hits", found);
                to.println(JSON.writeValueAsString(answer));
            });
        }
    }
}
