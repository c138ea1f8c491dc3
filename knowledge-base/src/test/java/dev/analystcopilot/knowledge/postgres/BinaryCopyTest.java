package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever an attacker writes into an alert comes back as it was, and touches nothing else.
@Tag("slow")
class BinaryCopyTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<String> HOSTILE = List.of(
            "\\.",
            "\\N",
            "\\\\N",
            "NULL",
            "",
            "a\tb\nc\rd\be\ff\u000bg",
            "{\"a\",NULL,\\\"b\\\"}",
            "{}",
            "'; DROP TABLE alert; --",
            "$1 :name ? ?? ::text",
            "\uD83D\uDE00 汉字 \u202Eevil \uFEFF",
            "PGCOPY\n\u00ff\r\n",
            "\\x41 \\101 %s <b> &amp;",
            "\u0001\u007f\u0080\u009f");

    @Test
    void anyTextComesBackAsItWas() {
        var random = new Random(7);
        var scope = Scope.analyst("hostile");
        var alerts = new ArrayList<NewAlert>();
        for (int i = 0; i < 500; i++) {
            alerts.add(new NewAlert(
                    new Alert(
                            "id-" + i + text(random),
                            "s" + text(random),
                            text(random),
                            Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 200_000_000_000L), 123_456_000),
                            "t" + text(random),
                            text(random),
                            Severity.ofOcsf(random.nextInt(6)),
                            AlertStatus.NEW,
                            Outcome.SUCCEEDED,
                            List.of(new Entity.Process("p" + text(random)), new Entity.File("f" + text(random))),
                            List.of(text(random), "T1059"),
                            text(random),
                            List.of("host|1|" + random.nextInt()),
                            Map.of("process.command_line", "c" + text(random), "k" + i, "v" + text(random))),
                    "fp" + random.nextInt(50),
                    text(random)));
        }

        DB.database().alerts().insert(scope, alerts);

        assertThat(DB.database()
                        .alerts()
                        .find(scope, alerts.stream().map(a -> a.alert().id()).toList()))
                .containsExactlyElementsOf(alerts.stream().map(NewAlert::alert).toList());
    }

    @Test
    void whatTextCannotHoldIsReplaced() {
        var scope = Scope.analyst("replaced");
        var alert = Samples.alert("x", Samples.NOON, "lone \uD800 surrogate", "process:a\u0000b");
        DB.database().alerts().insert(scope, List.of(alert));

        assertThat(DB.database().alerts().find(scope, "x").orElseThrow())
                .returns("lone \uFFFD surrogate", Alert::title)
                .returns(List.of(new Entity.Process("a b")), Alert::entities);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextBoolean()) {
                text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
            } else {
                random.ints(random.nextInt(20), 1, 0x2FFF).forEach(text::appendCodePoint);
            }
        }
        return text.toString();
    }
}
