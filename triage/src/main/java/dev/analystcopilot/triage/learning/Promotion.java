package dev.analystcopilot.triage.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Whether a model that was made of a team's verdicts may decide.
public sealed interface Promotion {
    int LEAST_CASES = 40;
    int LEAST_ATTACKS = 8;
    int LEAST_OTHERS = 8;

    /// @param lacks what more it takes
    record NotEnough(List<String> lacks) implements Promotion {
        public NotEnough {
            lacks = List.copyOf(lacks);
        }
    }

    /// It may.
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Passed(String version, byte[] onnx, String card) implements Promotion {}

    /// It must only watch.
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Failed(String version, byte[] onnx, String card, List<String> objections) implements Promotion {
        public Failed {
            objections = List.copyOf(objections);
        }
    }

    /// Fits on all cases, and replays the past part by part.
    ///
    /// @param deciding what decides now; stays the caller's to close
    static Promotion of(List<Adjudicated> cases, Learner learner, Candidate deciding) {
        List<String> lacks = lacks(cases);
        if (!lacks.isEmpty()) {
            return new NotEnough(lacks);
        }
        Replay replay = Replay.of(cases, learner, deciding);
        List<Adjudicated> ordered = cases.stream()
                .sorted(java.util.Comparator.comparing(Adjudicated::time).thenComparing(Adjudicated::id))
                .toList();
        try (Candidate fitted = learner.fit(ordered)) {
            List<String> objections = replay.objections();
            String card = card(cases, replay, deciding, objections);
            return objections.isEmpty()
                    ? new Passed(fitted.version(), fitted.onnx(), card)
                    : new Failed(fitted.version(), fitted.onnx(), card, objections);
        }
    }

    private static List<String> lacks(List<Adjudicated> cases) {
        int attacks = (int) cases.stream().filter(Adjudicated::attack).count();
        int others = cases.size() - attacks;
        var lacks = new ArrayList<String>();
        if (cases.size() < LEAST_CASES) {
            lacks.add((LEAST_CASES - cases.size()) + " more judged cases");
        }
        if (attacks < LEAST_ATTACKS) {
            lacks.add((LEAST_ATTACKS - attacks) + " more attacks among them");
        }
        if (others < LEAST_OTHERS) {
            lacks.add((LEAST_OTHERS - others) + " more that were none");
        }
        return lacks;
    }

    private static String card(List<Adjudicated> cases, Replay replay, Candidate deciding, List<String> objections) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("cases", cases.size());
        card.put("attacks", cases.stream().filter(Adjudicated::attack).count());
        card.put("compared_with", deciding.version());
        card.put("tested", replay.tested());
        card.put("missed_before", replay.missedBefore());
        card.put("missed_after", replay.missedAfter());
        card.put("newly_missed", replay.newlyMissed());
        card.put("log_loss_before", replay.logLossBefore());
        card.put("log_loss_after", replay.logLossAfter());
        card.put("f1_before", replay.f1Before());
        card.put("f1_after", replay.f1After());
        card.put("objections", objections);
        return JsonMapper.shared().writeValueAsString(card);
    }
}
