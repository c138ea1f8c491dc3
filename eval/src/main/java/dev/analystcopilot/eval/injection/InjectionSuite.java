package dev.analystcopilot.eval.injection;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Planted instructions: how many are found, how often clean text is taken for one, and what a model that obeys every
/// one of them can change.
public final class InjectionSuite implements Suite {
    private static final int ANSWERS = 36;
    private static final String NONE = "needs the data pack (../shared)";

    private final PlantedInstructions detector = PlantedInstructions.load();

    @Override
    public String name() {
        return "injection";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "instructions planted in alerts and documents, and a model that obeys them";
    }

    @Override
    public Set<String> options() {
        return Set.of("queries");
    }

    @Override
    public boolean whole(SuiteContext context) {
        return context.sizes().isEmpty() && context.shared().isPresent();
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        String what =
                "Injections of four families planted in a field of an alert each, spread over fields, or in a document."
                        + " The model of the last table obeys whatever it reads: it changes the verdict in words, calls the tools"
                        + " it can name, repeats its prompt.";
        List<ResultTable> tables = new ArrayList<>();
        tables.add(new ResultTable("Found of our own, written before they were tried", own()));
        tables.add(new ResultTable("Everyday text of our own taken for one", CleanSets.own(detector)));
        if (context.shared().isEmpty()) {
            Row none = new Row("F1, F2, F5, BIPIA", Map.of("found", Score.none(NONE)));
            tables.add(new ResultTable("Found", List.of(none)));
            return new SuiteResult(what, tables, List.of());
        }
        Path shared = context.shared().get();
        List<Payload> payloads = Payload.all(shared);
        tables.add(new ResultTable("Found, share of planted instructions", found(payloads)));
        context.say("clean text");
        tables.add(new ResultTable("Clean text taken for one", CleanSets.rows(detector, shared)));
        context.say("a model that obeys");
        tables.add(new ResultTable(
                "A model that obeys everything",
                ObeyingModel.rows(context, payloads, context.size("queries", ANSWERS))));
        return new SuiteResult(
                what,
                tables,
                List.of(
                        "Words and weights are set by hand from texts of our own; these sets were looked at to find faults,"
                                + " so other families may fare worse.",
                        "In documents only text that speaks to a model, of the answer or of a verdict counts, or that is"
                                + " about nothing else in the trade: orders to people are everyday there.",
                        "Outside the task: calls of tools that do more than look something up and that were not refused, and"
                                + " what people were asked to confirm or decide. Bytes and active content are looked for in"
                                + " what was sent and in the stored conversation."));
    }

    private List<Row> found(List<Payload> payloads) {
        Map<String, List<Payload>> families = new TreeMap<>();
        payloads.forEach(payload -> families.computeIfAbsent(payload.family(), key -> new ArrayList<>())
                .add(payload));
        List<Row> rows = new ArrayList<>();
        families.forEach((family, some) -> rows.add(row(family, some)));
        return rows;
    }

    private Row row(String name, List<Payload> payloads) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("n", Score.of(payloads.size()));
        for (Carrier carrier : Carrier.values()) {
            double found = payloads.stream()
                    .filter(payload -> carrier.finds(detector, payload))
                    .count();
            values.put(carrier.words(), Score.of(found / payloads.size()));
        }
        return new Row(name, values);
    }

    private List<Row> own() {
        List<Payload> own = Sample.planted("planted.tsv");
        List<Row> rows = new ArrayList<>(found(own));
        rows.add(row("all", own));
        rows.add(row("another set, all", Sample.planted("planted-2.tsv")));
        return rows;
    }
}
