package dev.analystcopilot.eval.grouping;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.metric.Grouping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Alerts of several incidents, moved to one start and mixed: do cases match incidents?
public final class GroupingSuite implements Suite {
    private static final String OURS = "our cases";
    private static final List<String> COMPARED = List.of("ARI", "incident F1");

    @Override
    public String name() {
        return "grouping";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "cases that match incidents, when several incidents happen at once";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        String what =
                "Incidents of Microsoft Defender alerts (SecRL/ExCyTIn), all moved to one start and mixed, read as"
                        + " `sentinel`; truth is the vendor's own incident, of which every trace is taken out of the input.";
        Optional<Path> measure = context.measure();
        if (measure.isEmpty()) {
            Score none = Score.none("needs the inputs that make_dev.py builds (MEASURE)");
            var row = new Row(OURS, Map.of("ARI", none));
            return new SuiteResult(what, List.of(new ResultTable("Mixed incidents", List.of(row))), List.of());
        }
        List<IncidentAlert> alerts = Incidents.read(measure.get());
        var own = new OwnCases();
        return new SuiteResult(
                what,
                List.of(
                        new ResultTable("%d alerts, mixed".formatted(alerts.size()), mixed(alerts, own)),
                        new ResultTable("Other mixes of the same incidents", others(context, alerts, own))),
                List.of(
                        "An alert in no case is a group of its own. incident F1: mean over incidents of the best F1"
                                + " of any case. One heap has ARI 0.",
                        "Simple rules compare accounts, hosts, addresses, URLs and mailboxes that the record lists.",
                        "Other mixes show the mean and the worst; the best simple rule is chosen for each kind of mix"
                                + " anew, by its mean ARI. It reads the records, so it does not see where entities"
                                + " were changed.",
                        "On the hosts of another: accounts, processes and times stay its own. Where both act on one"
                                + " host at one time, nothing tells them apart for certain."));
    }

    private static List<Row> mixed(List<IncidentAlert> alerts, OwnCases own) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(OURS, Grouping.scores(truth(alerts), own.group(alerts))));
        for (SimpleRule rule : SimpleRule.values()) {
            rows.add(new Row(rule.words(), Grouping.scores(truth(alerts), rule.group(alerts))));
        }
        return rows;
    }

    private static List<Row> others(SuiteContext context, List<IncidentAlert> alerts, OwnCases own) {
        List<Row> rows = new ArrayList<>();
        Mixes.of(alerts).forEach((name, mixes) -> {
            context.say(name);
            Map<String, Score> values = new LinkedHashMap<>();
            values.put("mixes", Score.of(mixes.size()));
            summarise(values, "", mixes, own::group);
            if (!Mixes.CHANGED_ENTITIES.contains(name)) {
                SimpleRule best = SimpleRule.GAP;
                for (SimpleRule rule : SimpleRule.values()) {
                    best = mean(mixes, rule::group) > mean(mixes, best::group) ? rule : best;
                }
                summarise(values, "best simple ", mixes, best::group);
            }
            rows.add(new Row(name, values));
        });
        return rows;
    }

    private static void summarise(
            Map<String, Score> values,
            String prefix,
            List<List<IncidentAlert>> mixes,
            Function<List<IncidentAlert>, List<String>> grouper) {
        for (String metric : COMPARED) {
            double[] each = each(mixes, grouper, metric);
            double sum = 0;
            double worst = 1;
            for (double one : each) {
                sum += one;
                worst = Math.min(worst, one);
            }
            values.put(prefix + metric, Score.of(sum / each.length));
            values.put(prefix + "worst " + metric, Score.of(worst));
        }
    }

    private static double mean(List<List<IncidentAlert>> mixes, Function<List<IncidentAlert>, List<String>> grouper) {
        double sum = 0;
        for (double one : each(mixes, grouper, "ARI")) {
            sum += one;
        }
        return sum / mixes.size();
    }

    private static double[] each(
            List<List<IncidentAlert>> mixes, Function<List<IncidentAlert>, List<String>> grouper, String metric) {
        return mixes.stream()
                .map(mix -> Grouping.scores(truth(mix), grouper.apply(mix)).get(metric))
                .mapToDouble(score -> score instanceof Score.Graded(var value) ? value : 0)
                .toArray();
    }

    private static List<String> truth(List<IncidentAlert> alerts) {
        return alerts.stream().map(IncidentAlert::incident).toList();
    }
}
