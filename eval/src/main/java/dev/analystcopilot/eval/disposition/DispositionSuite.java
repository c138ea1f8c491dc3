package dev.analystcopilot.eval.disposition;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.ait.AitNetwork;
import dev.analystcopilot.eval.ait.AitNetworks;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.context.ContextSource;
import dev.analystcopilot.triage.disposition.HandRules;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.training.LabelledBacklog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Each network's cases judged by models of the other three: how often rightly, how sure, how often not at
/// all; by hand weights beside; and with what an organisation could know of its cases.
public final class DispositionSuite implements Suite {
    private static final int BINS = 10;
    /// What an approved scanner could have done.
    private static final Set<String> SCANS = Set.of("dns_scan", "service_scan", "dirb", "wpscan");

    @Override
    public String name() {
        return "disposition";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "whether cases are called what they are, and how sure that is, by models that never saw the network";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        String what = "Cases of four labelled networks (AIT-ADS); a case is an attack if at least half of its units "
                + "(the alerts of one rule on one host in one minute) are, by event label. Each network is judged by "
                + "models of threat and disposition that were made of the other three.";
        if (!AitNetworks.present(context.measure())) {
            return new SuiteResult(
                    what,
                    List.of(new ResultTable(
                            "Networks",
                            List.of(new Row(
                                    "all",
                                    Map.of("F1", Score.none("no MEASURE folder: see shared/measure/README.md")))))),
                    List.of());
        }
        List<AitNetwork> networks = AitNetworks.all(context.measure().orElseThrow());
        var leaveOut = new LeaveOut(networks, context::say);
        var learnt = new ArrayList<Judgement>();
        var byHand = new ArrayList<Judgement>();
        Map<String, Known> arms = new LinkedHashMap<>();
        for (AitNetwork network : networks) {
            ModelFile model = leaveOut.disposition(network.name());
            LabelledBacklog backlog = LeaveOut.backlog(network);
            var truth = backlog.truth();
            TriageOutcome outcome = leaveOut.triaged(network, model, ContextSource.NONE);
            for (TriageCase triaged : outcome.cases()) {
                boolean attack = truth.attack(triaged.draft());
                HandRules.Judged hand = HandRules.judge(triaged.draft(), triaged.chain());
                learnt.add(judgement(network, triaged, attack));
                byHand.add(new Judgement(network.name(), hand.verdict(), hand.attack(), attack));
            }
            contexts(network, truth)
                    .forEach((name, source) -> arms.computeIfAbsent(name, key -> new Known())
                            .add(network, leaveOut.triaged(network, model, source), truth));
        }
        return new SuiteResult(
                what,
                List.of(
                        networks(learnt, byHand),
                        reliability(learnt),
                        new ResultTable(
                                "With what an organisation could know (all four networks)",
                                arms.entrySet().stream()
                                        .map(arm -> arm.getValue().row(arm.getKey()))
                                        .toList())),
                notes());
    }

    private static Judgement judgement(AitNetwork network, TriageCase triaged, boolean attack) {
        return new Judgement(
                network.name(),
                triaged.disposition().verdict(),
                triaged.disposition().attack(),
                attack);
    }

    private static ResultTable networks(List<Judgement> learnt, List<Judgement> byHand) {
        var rows = new ArrayList<Row>();
        AitNetworks.NAMES.forEach(name -> rows.add(
                row(name, learnt.stream().filter(j -> j.network().equals(name)).toList())));
        rows.add(row("all", learnt));
        rows.add(row("all, weights by hand", byHand));
        return new ResultTable("Each network by models of the other three", rows);
    }

    private static Row row(String name, List<Judgement> judged) {
        var values = new LinkedHashMap<String, Score>();
        long sure = judged.stream()
                .filter(j -> j.verdict() != Verdict.INSUFFICIENT_DATA)
                .count();
        values.put("cases", Score.of(judged.size()));
        values.put("attacks", Score.of((double)
                judged.stream().filter(Judgement::attack).count()));
        values.put("AP", Score.of(Judgement.averagePrecision(judged)));
        values.put("accuracy at .5", Score.of(Judgement.share(judged, j -> j.probability() >= 0.5 == j.attack())));
        values.put("F1 of attack", Score.of(Judgement.f1(judged)));
        values.put("abstained", Score.of(1 - (double) sure / Math.max(1, judged.size())));
        values.put("said for sure", Score.of((double) sure));
        values.put("of these wrong", Score.of((double)
                judged.stream().filter(Judgement::wrongAndSure).count()));
        values.put("ECE", Score.of(Judgement.ece(judged)));
        values.put("Brier", Score.of(Judgement.brier(judged)));
        return new Row(name, values);
    }

    private static ResultTable reliability(List<Judgement> judged) {
        var rows = new ArrayList<Row>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Judgement> in = Judgement.in(judged, bin);
            if (!in.isEmpty()) {
                var values = new LinkedHashMap<String, Score>();
                values.put("cases", Score.of(in.size()));
                values.put(
                        "said",
                        Score.of(in.stream()
                                .mapToDouble(Judgement::probability)
                                .average()
                                .orElse(0)));
                values.put("was", Score.of(Judgement.share(in, Judgement::attack)));
                rows.add(new Row("%.1f to %.1f".formatted(bin / 10.0, (bin + 1) / 10.0), values));
            }
        }
        return new ResultTable("Probability of an attack, as said and as it was", rows);
    }

    private static Map<String, ContextSource> contexts(AitNetwork network, LabelledBacklog.Truth truth) {
        Instant first = network.alerts().getFirst().time();
        Instant end = network.alerts().getLast().time().plusSeconds(1);
        List<Instant> scans = network.alerts().stream()
                .filter(alert -> SCANS.contains(network.truth(alert.id()).event()))
                .map(alert -> alert.time())
                .sorted()
                .toList();
        Map<String, ContextSource> sources = new LinkedHashMap<>();
        sources.put("nothing known", ContextSource.NONE);
        if (!scans.isEmpty()) {
            sources.put(
                    "the scans were approved",
                    Simulated.fact(
                            Fact.Kind.APPROVED_SCANNER,
                            scans.getFirst(),
                            scans.getLast().plusSeconds(1)));
        }
        sources.put("all of it was a pentest", Simulated.fact(Fact.Kind.PENTEST, first, end));
        sources.put("all of it was maintenance", Simulated.fact(Fact.Kind.MAINTENANCE_WINDOW, first, end));
        sources.put("past cases judged rightly", Simulated.judgedBefore(truth::attack));
        return sources;
    }

    private static List<String> notes() {
        return List.of(
                "The networks hold no severities, facts, indicators or verdicts of people: what these add is set by"
                        + " hand and not measured here. ECE over ten bins of equal width; a probability that is always"
                        + " the base rate has one near 0, so read it with AP.",
                "A fact that covers everything is the worst that an attacker could wish for: kinds of attack that are"
                        + " then seen only in cases set aside are counted as hidden.");
    }

    /// What becomes of all cases with some knowledge.
    private static final class Known {
        private final List<Judgement> judged = new ArrayList<>();
        private int hidden;
        private int kinds;

        void add(AitNetwork network, TriageOutcome outcome, LabelledBacklog.Truth truth) {
            Set<String> shown = new TreeSet<>();
            Set<String> all = new TreeSet<>();
            for (TriageCase triaged : outcome.cases()) {
                Set<String> events = triaged.alertIds().stream()
                        .map(id -> network.truth(id).event())
                        .filter(event -> !event.isEmpty())
                        .collect(Collectors.toSet());
                all.addAll(events);
                if (!triaged.disposition().verdict().setAside()) {
                    shown.addAll(events);
                }
                judged.add(judgement(network, triaged, truth.attack(triaged.draft())));
            }
            kinds += all.size();
            hidden += all.size() - shown.size();
        }

        Row row(String name) {
            var values = new LinkedHashMap<String, Score>();
            Collection<Judgement> aside =
                    judged.stream().filter(j -> j.verdict().setAside()).toList();
            values.put("cases", Score.of(judged.size()));
            values.put("called attack", Score.of((double) judged.stream()
                    .filter(j -> j.verdict() == Verdict.TRUE_POSITIVE)
                    .count()));
            values.put("set aside", Score.of(aside.size()));
            values.put("attack cases among them", Score.of((double)
                    aside.stream().filter(Judgement::attack).count()));
            values.put("kinds of attack", Score.of(kinds));
            values.put("hidden", Score.of(hidden));
            return new Row(name, values);
        }
    }
}
