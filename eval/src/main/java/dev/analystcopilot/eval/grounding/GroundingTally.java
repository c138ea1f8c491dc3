package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.grounding.Shown.Fate;
import dev.analystcopilot.eval.llm.Exchange;
import dev.analystcopilot.eval.service.Heard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what became of lies and truths.
final class GroundingTally {
    private static final int TOLD = 60;

    private final SuiteContext context;
    private final Map<String, Map<Fate, Integer>> lies = new TreeMap<>();
    private final Map<Fate, Integer> truths = new HashMap<>();
    private final List<Double> releases = new ArrayList<>();
    private int answers;
    private int counted;
    private int unasked;
    private int told;

    GroundingTally(SuiteContext context) {
        this.context = context;
    }

    void add(Direct.Answer answer) {
        counted += answer.shown().counted();
        add(answer.script(), answer.shown(), answer.reasons());
        releases.addAll(answer.millis());
    }

    /// @param script null where the model was not asked
    void add(@Nullable Script script, List<Heard> events, List<Exchange> exchanges) {
        if (script == null) {
            unasked++;
            return;
        }
        Shown shown = Shown.of(events);
        counted += shown.counted();
        List<String> reasons = Heard.all(events, "struck").stream()
                .map(one -> one.path("text").asString() + " <- " + one.path("reasons"))
                .toList();
        add(script, shown, reasons);
        release(events, exchanges);
    }

    private void add(Script script, Shown shown, List<String> reasons) {
        answers++;
        for (Lies.Lie lie : script.lies()) {
            Fate fate = shown.of(lie.text());
            lies.computeIfAbsent(lie.kind(), kind -> new HashMap<>()).merge(fate, 1, Integer::sum);
            if (fate == Fate.FACT) {
                tell("shown as fact, " + lie.kind() + ": " + lie.text());
            }
        }
        for (String truth : script.truths()) {
            Fate fate = shown.of(truth);
            truths.merge(fate, 1, Integer::sum);
            if (fate == Fate.STRUCK) {
                tell("struck though true: " + truth + " "
                        + reasons.stream()
                                .filter(one -> one.contains(truth.substring(0, 12)))
                                .toList());
            }
        }
    }

    private void tell(String what) {
        if (told++ < TOLD) {
            context.progress().accept(what);
        }
    }

    /// From the model's last token to the last words that people get of it.
    private void release(List<Heard> events, List<Exchange> exchanges) {
        long last = events.stream()
                .filter(event -> event.type().equals("token"))
                .mapToLong(Heard::nanos)
                .max()
                .orElse(0);
        if (!exchanges.isEmpty() && last > 0) {
            exchanges.getLast().endedNanos().ifPresent(ended -> releases.add(Math.max(0, (last - ended) / 1e6)));
        }
    }

    static SuiteResult result(GroundingTally direct, GroundingTally served) {
        return new SuiteResult(
                "A scripted model tells true sentences about the demo backlog's cases, every second one made wrong in one"
                        + " thing, in English and Chinese, as text, lists and tables, in pieces of 1 to 15 characters, some"
                        + " disguised (invisible characters, look-alike letters, HTML, escapes).",
                List.of(
                        new ResultTable("Answers", List.of(direct.summary("the check"), served.summary("the service"))),
                        new ResultTable("Lies by kind, the check", direct.rows()),
                        new ResultTable("Lies by kind, the service", served.rows())),
                List.of(
                        "Whether a sentence is shown as fact is read from the text that clients get; the lies are made from"
                                + " the stored records without the checker's code.",
                        "Withheld: the answer had nothing proven and gave way to the narrator's; what was struck in it stays"
                                + " visible.",
                        "Release: the check alone, from the last piece of a sentence; the service, from the model's last"
                                + " token to the last words about it, over HTTP, at 100 pieces a second."));
    }

    private Row summary(String name) {
        int sentences = truths.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("answers", Score.of(answers));
        values.put("not asked", Score.of(unasked));
        values.put(
                "lies",
                Score.of(all().values().stream().mapToInt(Integer::intValue).sum()));
        values.put("shown as fact", Score.of(all().getOrDefault(Fate.FACT, 0)));
        values.put("struck", Score.of(counted));
        values.put("truths", Score.of(sentences));
        values.put("truths struck", Score.of(truths.getOrDefault(Fate.STRUCK, 0)));
        values.put("share", Score.of((double) truths.getOrDefault(Fate.STRUCK, 0) / Math.max(1, sentences)));
        values.put("truths labelled", Score.of(truths.getOrDefault(Fate.LABELLED, 0)));
        values.put("release p95 ms", p95());
        return new Row(name, values);
    }

    private Map<Fate, Integer> all() {
        Map<Fate, Integer> all = new HashMap<>();
        lies.values().forEach(fates -> fates.forEach((fate, n) -> all.merge(fate, n, Integer::sum)));
        return all;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("all lies", all()));
        lies.forEach((kind, fates) -> rows.add(row(kind, fates)));
        return rows;
    }

    private Score p95() {
        List<Double> sorted = releases.stream().sorted().toList();
        return sorted.isEmpty()
                ? Score.none("no answer had words")
                : Score.of(sorted.get((int) (.95 * (sorted.size() - 1))));
    }

    private static Row row(String name, Map<Fate, Integer> fates) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put(
                "told",
                Score.of(fates.values().stream().mapToInt(Integer::intValue).sum()));
        values.put("shown as fact", Score.of(fates.getOrDefault(Fate.FACT, 0)));
        values.put("struck", Score.of(fates.getOrDefault(Fate.STRUCK, 0)));
        values.put("not proven", Score.of(fates.getOrDefault(Fate.LABELLED, 0)));
        values.put("withheld", Score.of(fates.getOrDefault(Fate.WITHHELD, 0)));
        return new Row(name, values);
    }
}
