package dev.analystcopilot.triage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    Path folder;

    @Test
    void alertTextIsEscaped() throws IOException {
        var engine = new TriageEngine(TechniqueCatalog.load());
        engine.accept(Alerts.alert("a", 0, "h<script>", "<img src=x onerror=alert(1)>", Severity.CRITICAL));

        assertThat(page(engine.outcome())).doesNotContain("<img").doesNotContain("<script");
    }

    @Test
    void theChainIsDrawnInBothLanguages() throws IOException {
        var engine = new TriageEngine(TechniqueCatalog.load());
        Alerts.daysWithAnIntrusion().forEach(engine);

        assertThat(page(engine.outcome())).contains("Wordlist Scanning", "Web Shell", "已生效");
    }

    @Test
    void whatAPersonSaidStandsBesideWhatWasComputedAndIsNoMarkup() throws IOException {
        var engine = new TriageEngine(TechniqueCatalog.load());
        Alerts.daysWithAnIntrusion().forEach(engine);
        TriageOutcome outcome = engine.outcome();
        var human = JudgedCase.of(Verdict.BENIGN, "ann", Alerts.START, "<b>a test</b>", List.of());

        assertThat(page(outcome, Map.of(outcome.cases().getFirst().id(), human)))
                .contains("A person says:", "ann, 2026-03-02", "&lt;b&gt;a test", "Attack");
    }

    private String page(TriageOutcome outcome) throws IOException {
        return page(outcome, Map.of());
    }

    private String page(TriageOutcome outcome, Map<String, JudgedCase> judged) throws IOException {
        var summary = new RunSummary(
                new IntakeCounts(1, 1, 0, 0),
                outcome.cases().size(),
                0,
                Map.of(),
                Map.of("planted_instruction", 0L),
                null,
                null,
                Map.of("read", 1.0),
                1,
                1,
                "model",
                "test",
                List.of(),
                "hash");
        Path file = folder.resolve("report.html");
        HtmlReport.write(file, "input & more", summary, outcome.cases(), outcome.setAside(), judged, Map.of());
        return Files.readString(file);
    }
}
