package dev.analystcopilot.triage.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.correlate.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `report.html`: one page without scripts, fonts or pictures from elsewhere, readable by a manager, in both languages.
/// The template escapes every value; alert text is never markup.
public final class HtmlReport {
    private static final String TEMPLATE = "/triage/report.html.mustache";
    /// Cases told in full; the others stand in the table.
    private static final int TOLD = 12;

    private static final int ROUTINE_ROWS = 30;

    private HtmlReport() {}

    /// @param input what to call the input
    /// @param cases by falling score
    /// @param setAside what needs nobody
    public static void write(
            Path file, String input, RunSummary summary, List<TriageCase> cases, List<Evidence> setAside) {
        write(file, input, summary, cases, setAside, Map.of(), Map.of());
    }

    /// @param judged what people said of cases, by their ids
    /// @param attention why a human should look at cases, by their ids
    public static void write(
            Path file,
            String input,
            RunSummary summary,
            List<TriageCase> cases,
            List<Evidence> setAside,
            Map<String, JudgedCase> judged,
            Map<String, Bilingual> attention) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is missing from the class path");
            }
            Template template =
                    Mustache.compiler().escapeHTML(true).compile(new InputStreamReader(in, StandardCharsets.UTF_8));
            try (Writer to = Files.newBufferedWriter(file)) {
                template.execute(page(input, summary, cases, setAside, judged, attention), to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Map<String, Object> page(
            String input,
            RunSummary summary,
            List<TriageCase> cases,
            List<Evidence> setAside,
            Map<String, JudgedCase> judged,
            Map<String, Bilingual> attention) {
        Map<String, Object> page = new HashMap<>();
        page.put("input", input);
        page.put("summary", summary);
        page.put("firstSeen", Moments.minute(summary.firstSeen()));
        page.put("lastSeen", Moments.minute(summary.lastSeen()));
        page.put("alerts", "%,d".formatted(summary.counts().accepted()));
        page.put("setAside", "%,d".formatted(summary.setAside()));
        page.put("rejected", summary.counts().rejected());
        page.put("hasRejected", summary.counts().rejected() > 0);
        page.put("deduplicated", summary.counts().deduplicated());
        page.put("hasProblems", !summary.problems().isEmpty());
        page.put("attacks", count(cases, Verdict.TRUE_POSITIVE));
        page.put("open", count(cases, Verdict.INSUFFICIENT_DATA));
        long flagged =
                summary.attention().values().stream().mapToLong(Long::longValue).sum();
        page.put("flagged", flagged);
        page.put("hasFlagged", flagged > 0);
        page.put("noCases", cases.isEmpty());
        page.put(
                "perCase",
                cases.isEmpty() ? "–" : "%,d".formatted(summary.counts().accepted() / cases.size()));
        page.put(
                "told",
                cases.stream()
                        .limit(TOLD)
                        .map(triaged -> CaseSection.of(triaged, human(judged, triaged), words(attention, triaged)))
                        .toList());
        page.put("moreCases", cases.size() > TOLD);
        page.put("all", numbered(cases));
        page.put("routine", routine(setAside));
        return page;
    }

    private static List<JudgedCase> human(Map<String, JudgedCase> judged, TriageCase triaged) {
        JudgedCase human = judged.get(triaged.id());
        return human == null ? List.of() : List.of(human);
    }

    private static List<Bilingual> words(Map<String, Bilingual> attention, TriageCase triaged) {
        Bilingual words = attention.get(triaged.id());
        return words == null ? List.of() : List.of(words);
    }

    private static long count(List<TriageCase> cases, Verdict verdict) {
        return cases.stream()
                .filter(triaged -> triaged.disposition().verdict() == verdict)
                .count();
    }

    private static List<CaseRow> numbered(List<TriageCase> cases) {
        var rows = new ArrayList<CaseRow>();
        for (TriageCase triaged : cases) {
            rows.add(CaseRow.of(rows.size() + 1, triaged));
        }
        return rows;
    }

    /// What was set aside, by rule, the most frequent first.
    private static List<Routine> routine(List<Evidence> setAside) {
        Map<String, Routine> byFingerprint = new HashMap<>();
        for (Evidence e : setAside) {
            byFingerprint.merge(
                    e.burst().fingerprint(),
                    new Routine(
                            e.burst().sample().source() + ": "
                                    + e.burst().sample().title(),
                            e.burst().size(),
                            1),
                    Routine::plus);
        }
        return byFingerprint.values().stream()
                .sorted(Comparator.comparingLong(Routine::alerts).reversed().thenComparing(Routine::title))
                .limit(ROUTINE_ROWS)
                .toList();
    }

    /// A kind of alert that needs nobody.
    record Routine(String title, long alerts, int bursts) {
        Routine plus(Routine other) {
            return new Routine(title, alerts + other.alerts, bursts + other.bursts);
        }
    }
}
