package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.format.AlertInputException;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.AlertVerdict;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.learning.ReviewReasons;
import dev.analystcopilot.triage.report.HtmlReport;
import dev.analystcopilot.triage.report.IntakeCounts;
import dev.analystcopilot.triage.report.JudgedCase;
import dev.analystcopilot.triage.report.RunSummary;
import dev.analystcopilot.triage.scenario.Scenarios;
import dev.analystcopilot.triage.sign.Signs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// A backlog from file to report. Without a tenant it runs in a scratch scope of its own, which sees no alerts but this
/// input's and is forgotten at the end; with one it stores the alerts there and sees that tenant's history.
///
/// The scratch scope is named after the output folder: a run that was killed leaves what it stored there, and a run
/// with
/// `resume` goes on from it. Without `resume` the leftovers are dropped first.
public final class BatchRun {
    private static final String SCRATCH = "run-";

    private final Database database;
    private final TenantTriage triage;
    private final String codeVersion;

    /// @param input what to call the input in the report
    /// @param into the tenant that takes the alerts; empty for a scratch scope
    /// @param resume go on from what a killed run to the same folder stored
    public record Request(String input, Path folder, Optional<String> into, boolean resume) {}

    /// With the shipped scenarios.
    public BatchRun(Database database, TechniqueCatalog catalog, Embedders embedders, String codeVersion) {
        this(database, catalog, embedders, codeVersion, Scenarios.load(), Optional.empty());
    }

    /// @param models a folder of models to take in place of the shipped ones and of the tenant's own
    public BatchRun(
            Database database,
            TechniqueCatalog catalog,
            Embedders embedders,
            String codeVersion,
            Scenarios scenarios,
            Optional<Path> models) {
        this.database = database;
        this.triage = models.map(folder ->
                        new TenantTriage(database, catalog, embedders, scenarios, scope -> TriageModels.in(folder)))
                .orElseGet(() -> new TenantTriage(database, catalog, embedders, scenarios));
        this.codeVersion = codeVersion;
    }

    public RunSummary run(Request request, AlertReader reader, Progress progress) {
        Scope scope = Scope.analyst(request.into().orElseGet(() -> scratchTenant(request.folder())));
        boolean scratch = request.into().isEmpty();
        if (scratch && !request.resume()) {
            database.alerts().deleteAll(scope);
        }
        RunSummary summary;
        try (var files = new RunFiles(request.folder())) {
            summary = run(request, scope, reader, files, progress);
        }
        if (scratch) {
            database.alerts().deleteAll(scope);
        } else {
            triage.indexForSearch(scope);
        }
        return summary;
    }

    private RunSummary run(Request request, Scope scope, AlertReader reader, RunFiles files, Progress progress) {
        var clock = new StageClock();
        var problems = new ArrayList<String>();
        var screening = new Screening(database.attention(), scope, files, Clock.systemUTC());
        var intake = new Intake(database.alerts(), scope, screening, Signs.load()::of);
        try (screening) {
            intake.read(reader, progress);
        } catch (AlertInputException e) {
            problems.add(e.getMessage());
            for (Throwable other : e.getSuppressed()) {
                problems.add(String.valueOf(other.getMessage()));
            }
            if (intake.counts().accepted() == 0) {
                throw e;
            }
        }
        clock.stage("read");
        TriageOutcome outcome = triage.run(scope, progress);
        clock.stage("triage");
        IntakeCounts counts = intake.counts();
        progress.at(Progress.Stage.WRITE, 0, counts.accepted());
        Map<String, AlertVerdict> verdicts = new HashMap<>();
        outcome.forEachAlert(verdicts::put);
        Map<String, Attention> flagged = screening.flagged();
        Map<String, AlertVerdict> ofInput = files.writeAlerts(verdicts, flagged.keySet());
        List<TriageCase> cases = casesOf(outcome, ofInput);
        var attention = CaseAttention.of(flagged.values(), verdicts);
        files.writeCases(cases, attention);
        clock.stage("write");
        RunSummary summary = summary(counts, cases, verdicts, ofInput, clock, problems, outcome, flagged.size());
        files.writeSummary(summary);
        HtmlReport.write(
                request.folder().resolve("report.html"),
                request.input(),
                summary,
                cases,
                outcome.setAside(),
                judged(scope, cases),
                attention.words());
        progress.at(Progress.Stage.WRITE, counts.accepted(), counts.accepted());
        return summary;
    }

    /// What people said of the cases, the latest of each.
    private Map<String, JudgedCase> judged(Scope scope, List<TriageCase> cases) {
        return new ReviewStore(database)
                .of(scope, cases.stream().map(TriageCase::id).toList()).stream()
                        .collect(Collectors.toMap(
                                reviewed -> reviewed.review().caseId(),
                                reviewed -> JudgedCase.of(
                                        reviewed.review().verdict(),
                                        reviewed.verdict().by(),
                                        reviewed.verdict().at(),
                                        reviewed.verdict().reason(),
                                        ReviewReasons.ofJson(reviewed.review().reasons()).stream()
                                                .map(reason -> new Bilingual(reason.en(), reason.zh()))
                                                .toList()),
                                (latest, earlier) -> latest));
    }

    /// A tenant's history has cases of its own; those are not this run's to report.
    private static List<TriageCase> casesOf(TriageOutcome outcome, Map<String, AlertVerdict> ofInput) {
        Set<String> ids = new HashSet<>();
        ofInput.values().forEach(verdict -> verdict.caseId().ifPresent(ids::add));
        return outcome.cases().stream()
                .filter(triaged -> ids.contains(triaged.id()))
                .toList();
    }

    private RunSummary summary(
            IntakeCounts counts,
            List<TriageCase> cases,
            Map<String, AlertVerdict> all,
            Map<String, AlertVerdict> ofInput,
            StageClock clock,
            List<String> problems,
            TriageOutcome outcome,
            long planted) {
        Map<String, Long> byDisposition = new TreeMap<>();
        ofInput.values()
                .forEach(verdict -> byDisposition.merge(verdict.disposition().wireName(), 1L, Long::sum));
        long setAside = ofInput.values().stream()
                .filter(verdict -> verdict.disposition().setAside())
                .count();
        return new RunSummary(
                counts,
                cases.size(),
                setAside,
                byDisposition,
                Map.of(Attention.Reason.PLANTED_INSTRUCTION.wireName(), planted),
                outcome.first().map(Instant::toString).orElse(null),
                outcome.last().map(Instant::toString).orElse(null),
                clock.seconds(),
                Math.round(counts.accepted() / Math.max(0.001, clock.total())),
                PeakMemory.megabytes(),
                outcome.modelVersion(),
                codeVersion,
                problems,
                VerdictHash.of(all, ofInput.keySet()));
    }

    private static String scratchTenant(Path folder) {
        String name = folder.toAbsolutePath().normalize().toString();
        return SCRATCH + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Wall time by stage.
    private static final class StageClock {
        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private long since = System.nanoTime();

        void stage(String name) {
            long now = System.nanoTime();
            seconds.put(name, Math.round((now - since) / 1e6) / 1e3);
            since = now;
        }

        double total() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        Map<String, Double> seconds() {
            return seconds;
        }
    }
}
