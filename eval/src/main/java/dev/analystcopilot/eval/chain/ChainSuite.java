package dev.analystcopilot.eval.chain;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.ait.AitNetwork;
import dev.analystcopilot.eval.ait.AitNetworks;
import dev.analystcopilot.eval.ait.AitTrial;
import dev.analystcopilot.eval.ait.PhaseOrder;
import dev.analystcopilot.eval.chain.Flows.Flow;
import dev.analystcopilot.eval.metric.PairOrder;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.order.Action;
import dev.analystcopilot.triage.order.ActionOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The order of shuffled attack actions, and of the phases of attacks on whole networks.
public final class ChainSuite implements Suite {
    private static final String SYSTEM = "product";
    private static final double NO_TACTIC = 6.5;

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "the order in which the actions of an attack were taken";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        Optional<Path> measure = context.measure();
        if (measure.isEmpty()) {
            var row = new Row(SYSTEM, Map.of("pairs", Score.none("needs the inputs of make_dev.py (MEASURE)")));
            return new SuiteResult(what(), List.of(new ResultTable("attack flows", List.of(row))), List.of());
        }
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            ActionOrder order = ActionOrder.load(new Embedders(english, chinese));
            List<Flow> full = Flows.read(measure.get(), "flows.jsonl");
            List<Flow> textOnly = Flows.read(measure.get(), "flows_text_only.jsonl");
            return new SuiteResult(
                    what(),
                    List.of(
                            means(order, full, textOnly),
                            each(order, full, textOnly),
                            networks(context, measure.get())),
                    notes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the flows", e);
        }
    }

    private static String what() {
        return "The actions of published attack flows, shuffled: the share of pairs that the flow's arrows order"
                + " and that come in this order, as a mean over flows. Chance: .5.";
    }

    private static List<String> notes() {
        return List.of(
                "Nothing is fitted to flows, but stages, words and weights were set by hand with these flows in sight:"
                        + " others may fare worse. Choosing the weights on eighteen flows and counting on the nineteenth"
                        + " gives .801, without tactics and techniques .773 (ADR 0014).",
                "pairs: over all pairs of all flows, of which the longest flow holds more than half.");
    }

    private static ResultTable means(ActionOrder order, List<Flow> full, List<Flow> textOnly) {
        Comparator<Action> byTactic = byTactic();
        List<Row> rows = List.of(
                row(SYSTEM, full, order::order),
                row(SYSTEM + ", without tactics and techniques", textOnly, order::order),
                row(SYSTEM + ", without embeddings", full, ActionOrder.load()::order),
                row("where the technique usually lies", full, sorted(byStage(order))),
                row("order of tactics", full, sorted(byTactic)),
                row("as given", full, actions -> actions));
        return new ResultTable("attack flows", rows);
    }

    private static ResultTable each(ActionOrder order, List<Flow> full, List<Flow> textOnly) {
        Comparator<Action> byTactic = byTactic();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < full.size(); i++) {
            Flow flow = full.get(i);
            Map<String, Score> values = new LinkedHashMap<>();
            values.put("actions", Score.of(flow.actions().size()));
            values.put("pairs", Score.of(flow.before().size()));
            values.put(SYSTEM, Score.of(accuracy(flow, order::order)));
            values.put("text only", Score.of(accuracy(textOnly.get(i), order::order)));
            values.put("tactics", Score.of(accuracy(flow, sorted(byTactic))));
            rows.add(new Row(flow.name(), values));
        }
        return new ResultTable("each flow", rows);
    }

    /// The phases of whole networks, in the case that tells most of them.
    private static ResultTable networks(SuiteContext context, Path measure) {
        List<AitNetwork> networks = AitNetworks.all(measure);
        TechniqueCatalog catalog = TechniqueCatalog.load();
        var rows = new ArrayList<Row>();
        for (AitNetwork network : networks) {
            PhaseOrder order = PhaseOrder.of(network, AitTrial.unseen(network, networks, catalog));
            Map<String, Score> values = new LinkedHashMap<>();
            values.put("phases", Score.of(order.phases()));
            values.put("with a step", Score.of(order.told()));
            values.put(
                    "pairs in order",
                    order.inOrder().map(Score::of).orElseGet(() -> Score.none("fewer than two phases have a step")));
            values.put("right tactic", Score.of(order.tactics()));
            values.put("right technique", Score.of(order.techniques()));
            rows.add(new Row(network.name(), values));
            context.say("phases of " + network.name());
        }
        return new ResultTable(
                "phases of an attack in four networks (AIT-ADS), in the case that tells most of them", rows);
    }

    private static Row row(String name, List<Flow> flows, UnaryOperator<List<Action>> system) {
        double sum = 0;
        double right = 0;
        double pairs = 0;
        double worst = 1;
        for (Flow flow : flows) {
            double accuracy = accuracy(flow, system);
            sum += accuracy;
            right += accuracy * flow.before().size();
            pairs += flow.before().size();
            worst = Math.min(worst, accuracy);
        }
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("flows", Score.of(flows.size()));
        values.put("pair accuracy", Score.of(sum / flows.size()));
        values.put("worst flow", Score.of(worst));
        values.put("pairs", Score.of(right / pairs));
        return new Row(name, values);
    }

    private static double accuracy(Flow flow, UnaryOperator<List<Action>> system) {
        return PairOrder.accuracy(
                system.apply(flow.actions()).stream().map(Action::id).toList(), flow.before());
    }

    private static UnaryOperator<List<Action>> sorted(Comparator<Action> by) {
        return actions -> actions.stream().sorted(by).toList();
    }

    private static Comparator<Action> byStage(ActionOrder order) {
        return Comparator.comparingDouble(action -> order.stage(action.tactic(), action.technique()));
    }

    /// As the measuring rod's baseline: the order of the matrix, and the middle for what has no tactic.
    private static Comparator<Action> byTactic() {
        TechniqueCatalog catalog = TechniqueCatalog.load();
        return Comparator.comparingDouble(action -> action.tactic()
                .flatMap(catalog::tactic)
                .map(tactic -> tactic.order() - 1.0)
                .orElse(NO_TACTIC));
    }
}
