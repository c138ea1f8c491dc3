package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.AlertVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a human should look at, by the case that the alerts ended up in. Made after everything is decided.
final class CaseAttention {
    /// So many are told of a case; an alert's own line tells every one.
    private static final int TOLD = 20;

    private final Map<String, List<Attention>> byCase = new TreeMap<>();

    private CaseAttention() {}

    /// @param attentions to alerts
    /// @param verdicts by alert id
    static CaseAttention of(Collection<Attention> attentions, Map<String, AlertVerdict> verdicts) {
        var of = new CaseAttention();
        attentions.stream().sorted(Comparator.comparing(Attention::subjectId)).forEach(attention -> {
            AlertVerdict verdict = verdicts.get(attention.subjectId());
            if (verdict != null) {
                verdict.caseId()
                        .ifPresent(id -> of.byCase
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(attention));
            }
        });
        return of;
    }

    /// As `cases.jsonl` has it.
    List<Map<String, Object>> lines(String caseId) {
        return byCase.getOrDefault(caseId, List.of()).stream()
                .limit(TOLD)
                .map(CaseAttention::line)
                .toList();
    }

    private static Map<String, Object> line(Attention attention) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", attention.reason().wireName());
        fields.put("subject", attention.subject().wireName());
        fields.put("id", attention.subjectId());
        fields.put("detail", attention.detail());
        return fields;
    }

    /// A sentence for each case that has any, with the first finding word for word.
    Map<String, Bilingual> words() {
        Map<String, Bilingual> words = new LinkedHashMap<>();
        byCase.forEach((id, attentions) -> {
            int alerts = attentions.size();
            String first = attentions.getFirst().detail();
            words.put(
                    id,
                    new Bilingual(
                            "%d %s text that reads like an instruction (%s). It changed nothing in the assessment."
                                    .formatted(alerts, alerts == 1 ? "alert holds" : "alerts hold", first),
                            "有 %d 条告警包含类似指令的文字（%s）。它没有影响任何判定。".formatted(alerts, first)));
        });
        return words;
    }
}
