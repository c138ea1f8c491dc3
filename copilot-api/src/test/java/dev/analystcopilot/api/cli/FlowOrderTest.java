package dev.analystcopilot.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.triage.order.ActionOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowOrderTest {
    private final StringWriter terminal = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private void run(String lines, Path out) throws IOException {
        Path in = Files.writeString(folder.resolve("flows.jsonl"), lines);
        new FlowOrder(ActionOrder.load()).write(in, out, new PrintWriter(terminal));
    }

    @Test
    void eachFlowGetsItsOrder() throws IOException {
        Path out = folder.resolve("new/order.jsonl");

        run("""
                {"flow":"f","actions":[{"id":"2","name":"","description":"","tactic":null,"technique":"T1486"},\
                {"id":"1","name":"","description":"","technique":"T1190"}]}

                {"flow":"g","actions":[]}
                """, out);

        assertThat(Files.readAllLines(out))
                .containsExactly("{\"flow\":\"f\",\"order\":[\"1\",\"2\"]}", "{\"flow\":\"g\",\"order\":[]}");
    }

    @Test
    void aLineThatIsNoFlowIsNamed() {
        assertThatThrownBy(() -> run("{\"flow\":\"f\",\"actions\":[]}\n{\"flow\":", folder.resolve("o")))
                .hasMessage("line 2 is no JSON");
    }
}
