package dev.analystcopilot.triage.report;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.TriageCase;

/// A case in the table of all cases.
///
/// @param verdict style name of the disposition
record CaseRow(
        int number,
        String id,
        Bilingual title,
        String from,
        String to,
        int alerts,
        String score,
        String verdict,
        Bilingual disposition) {

    static CaseRow of(int number, TriageCase triaged) {
        return new CaseRow(
                number,
                triaged.id(),
                triaged.title(),
                Moments.minute(triaged.first()),
                Moments.minute(triaged.last()),
                triaged.draft().alertCount(),
                "%.2f".formatted(triaged.score()),
                triaged.disposition().verdict().wireName(),
                name(triaged.disposition().verdict()));
    }

    static Bilingual name(Verdict verdict) {
        return switch (verdict) {
            case TRUE_POSITIVE -> new Bilingual("Attack", "攻击");
            case BENIGN -> new Bilingual("Benign", "正常");
            case FALSE_POSITIVE -> new Bilingual("False positive", "误报");
            case INSUFFICIENT_DATA -> new Bilingual("Needs a look", "需要人工查看");
        };
    }
}
