package dev.analystcopilot.eval.ait;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Four labelled networks, each triaged by models that were fitted on the other three.
public final class AitSuite implements Suite {

    @Override
    public String name() {
        return "ait";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "backlogs of four networks, each by models that never saw it: cases, attack steps found, ranking";
    }

    private record Measure(AitNetwork network, AitScore score) {}

    @Override
    public SuiteResult run(SuiteContext context) {
        if (!AitNetworks.present(context.measure())) {
            var row = new Row(
                    "unseen", Map.of("unit AP", Score.none("needs the inputs that make_dev.py builds (MEASURE)")));
            return new SuiteResult(WHAT, List.of(new ResultTable("four networks", List.of(row))), List.of());
        }
        List<AitNetwork> networks = AitNetworks.all(context.measure().orElseThrow());
        TechniqueCatalog catalog = TechniqueCatalog.load();
        List<Measure> unseen = each(
                context,
                networks,
                "unseen",
                network -> AitScore.of(network, AitTrial.unseen(network, networks, catalog)));
        List<Measure> seen =
                each(context, networks, "seen", network -> AitScore.of(network, AitTrial.seen(network, catalog)));
        List<Measure> rare =
                each(context, networks, "rarity", network -> AitScore.of(network, RareRules.cases(network)));
        var notes = new ArrayList<>(NOTES);
        unseen.stream()
                .filter(one -> !one.score().missed().isEmpty())
                .map(one -> "Of %s in no pure case: %s."
                        .formatted(
                                one.network().name(),
                                String.join(", ", one.score().missed())))
                .forEach(notes::add);
        return new SuiteResult(
                WHAT,
                List.of(
                        table("triaged by models that never saw the network", unseen),
                        table("by the models that ship, which have seen the labels (not to be quoted)", seen),
                        table("repeats within 300 s joined, ranked by rarity", rare)),
                notes);
    }

    private static List<Measure> each(
            SuiteContext context, List<AitNetwork> networks, String what, Function<AitNetwork, AitScore> score) {
        var measures = new ArrayList<Measure>();
        for (AitNetwork network : networks) {
            measures.add(new Measure(network, score.apply(network)));
            context.say(what + ": " + network.name());
        }
        return measures;
    }

    private static ResultTable table(String title, List<Measure> measures) {
        var rows = new ArrayList<Row>();
        measures.forEach(one -> rows.add(row(one)));
        rows.add(all(measures));
        return new ResultTable(title, rows);
    }

    private static Row row(Measure one) {
        AitScore score = one.score();
        return row(
                one.network().name(),
                one.network().alerts().size(),
                score.cases(),
                score.kinds().size(),
                score.pureKinds().size(),
                score.firstTen().size(),
                score.unitAp(),
                score.unitApAll());
    }

    private static Row all(List<Measure> measures) {
        return row(
                "all (AP: mean)",
                sum(measures, one -> one.network().alerts().size()),
                sum(measures, one -> one.score().cases()),
                sum(measures, one -> one.score().kinds().size()),
                sum(measures, one -> one.score().pureKinds().size()),
                sum(measures, one -> one.score().firstTen().size()),
                measures.stream()
                        .collect(Collectors.averagingDouble(one -> one.score().unitAp())),
                measures.stream()
                        .collect(Collectors.averagingDouble(one -> one.score().unitApAll())));
    }

    private static int sum(List<Measure> measures, Function<Measure, Integer> number) {
        return measures.stream().mapToInt(number::apply).sum();
    }

    private static Row row(
            String name, int alerts, int cases, int kinds, int pure, int firstTen, double ap, double apAll) {
        var values = new LinkedHashMap<String, Score>();
        values.put("alerts", Score.of(alerts));
        values.put("cases", Score.of(cases));
        values.put("reduction %", Score.of(100 * (1 - (double) cases / alerts)));
        values.put("attack steps", Score.of(kinds));
        values.put("in pure cases", Score.of(pure));
        values.put("in the first 10, pure", Score.of(firstTen));
        values.put("unit AP", Score.of(ap));
        values.put("with dnsteal", Score.of(apAll));
        return new Row(name, values);
    }

    private static final String WHAT =
            "AIT-ADS (CC BY 4.0), 720,209 alerts of four networks. The model of threat is fitted on"
                    + " three networks and triages the fourth; labels of the fourth are read by the score alone. Definitions as in the"
                    + " shared `score_ait.py`: a unit is (minute, host, rule) and carries its case's score; a case is pure if at least"
                    + " half of its units are attack. Attack steps are counted without dnsteal, a theft that ran for days in one network.";

    private static final List<String> NOTES = List.of(
            "The words of alerts (`technique-hints.yaml`, `alert-kinds.yaml`), the features and a few constants"
                    + " (what share of the strongest weight makes the core of a case, the scale of the score, the size and"
                    + " rhythm of a beacon, when two attacks on one host are one) were made with all four networks in sight: expect less elsewhere.",
            "Many units that count as noise are other hosts' records of the same scan: the labels leave them out.");
}
