package dev.analystcopilot.api.cli;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.order.ActionOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Orders shuffled attack actions, which needs neither database nor service; or fetches a case's chain for other tools.
@Command(
        name = "chain",
        description = "Orders the actions of attacks as they were most likely taken, or exports the chain of a case.",
        mixinStandardHelpOptions = true)
final class ChainCommand implements Callable<Integer> {
    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description = "One attack a line: {\"flow\",\"actions\":[{\"id\",\"name\",\"description\",\"tactic\","
                    + "\"technique\"}]}, the last two where known.")
    private @Nullable Path flows;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: the standard output.")
    private @Nullable Path out;

    @Option(names = "--case", paramLabel = "ID", description = "A case of the running service, to be exported instead.")
    private @Nullable String caseId;

    @Option(names = "--format", description = "Of the export: stix or navigator. Default: ${DEFAULT-VALUE}.")
    private String format = "stix";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        if (flows != null && caseId == null) {
            order(flows, terminal);
        } else if (caseId != null && flows == null) {
            export(caseId, terminal);
        } else {
            throw new ParameterException(spec.commandLine(), "give one of --flows FILE and --case ID");
        }
        return 0;
    }

    private void order(Path from, PrintWriter terminal) throws IOException {
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            new FlowOrder(ActionOrder.load(new Embedders(english, chinese))).write(from, out, terminal);
        }
    }

    private void export(String id, PrintWriter terminal) throws IOException, InterruptedException {
        try (var service = ServiceClient.of(Installation.here().files())) {
            byte[] file = service.file("/api/v1/cases/%s/export?format=%s"
                    .formatted(ServiceClient.encode(id), ServiceClient.encode(format)));
            if (out == null) {
                terminal.println(new String(file, StandardCharsets.UTF_8));
            } else {
                Files.write(out, file);
            }
        }
    }
}
