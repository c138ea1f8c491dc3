package dev.analystcopilot.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Asks the running service one question and streams the answer: the answer to the standard output, everything about
/// it to the standard error.
@Command(name = "ask", description = "Asks one question and streams the answer.", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "The question, in English or Chinese.")
    private List<String> words = List.of();

    @Option(names = "--case", paramLabel = "ID", description = "The case it is about.")
    private @Nullable String caseId;

    @Option(
            names = "--lang",
            paramLabel = "en|zh|auto",
            description = "The answer's language. Default: the question's.")
    private String lang = "auto";

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "Many questions for single values, a line each: {\"id\",\"question\",\"context\"}.")
    private @Nullable Path questions;

    @Option(names = "--run", paramLabel = "DIR", description = "With --questions: the folder that triage wrote.")
    private @Nullable Path run;

    @Option(names = "--out", paramLabel = "FILE", description = "With --questions: {\"id\",\"answer\",\"why\"} a line.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<Integer, String> citations = new LinkedHashMap<>();
    private boolean failed;

    @Override
    public Integer call() throws Exception {
        if (questions != null) {
            return answerAll(questions);
        }
        if (words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "ask a question, or give --questions, --run and --out");
        }
        try (var service = ServiceClient.of(Installation.here().files())) {
            Map<String, Object> about = caseId == null ? Map.of() : Map.of("caseId", caseId);
            String id = service.post("/api/v1/conversations", about).path("id").asString();
            service.stream(
                    "/api/v1/conversations/" + ServiceClient.encode(id) + "/messages",
                    Map.of("text", String.join(" ", words), "lang", lang),
                    this::show);
        }
        return failed ? 1 : 0;
    }

    private int answerAll(Path from) throws IOException {
        if (run == null || out == null || !words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--questions goes with --run and --out, and no question");
        }
        int answered = QuestionBatch.write(from, run, out);
        spec.commandLine().getOut().printf("%d answered: %s%n", answered, out);
        return 0;
    }

    private boolean show(String event, JsonNode data) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        switch (event) {
            case "token" -> {
                out.print(data.path("text").asString());
                out.flush();
            }
            case "status" -> err.println("· " + data.path("message").asString());
            case "tool" -> err.println("· " + data.path("summary").asString());
            case "citation" ->
                citations.put(
                        data.path("n").asInt(),
                        "%s %s: %s"
                                .formatted(
                                        data.path("kind").asString(),
                                        data.path("id").asString(),
                                        data.path("label").asString()));
            case "done" -> {
                out.println();
                out.flush();
                citations.forEach((n, what) -> err.printf("[%d] %s%n", n, what));
                err.printf(
                        "· %s, %d ms%n",
                        data.path("tier").asString(), data.path("tookMs").asLong());
            }
            case "error" -> {
                failed = true;
                err.println(data.path("title").asString() + ": "
                        + data.path("detail").asString());
            }
            default -> {
                // chain, disposition and action are for the page; the text says the same
            }
        }
        err.flush();
        return !event.equals("done") && !event.equals("error");
    }
}
