package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.triage.hunt.HuntWords;
import java.util.List;
import java.util.stream.Collectors;

/// What was counted or hunted, as evidence: its text has every number and time as it was found.
final class HuntEvidence {
    private static final int LONGEST_CELL = 120;

    private HuntEvidence() {}

    /// @param kind `hunt` or `count`
    static EvidenceItem of(HuntResult found, String kind, Desk desk) {
        HuntQuery query = found.query();
        String asked = HuntWords.of(query).en();
        String page = query.offset() == 0 ? "" : ", rows after " + query.offset();
        String text = "asked: " + asked + "\nalerts in all: " + found.total() + rows(found);
        return desk.result(
                kind + ": " + asked + page + ", at most " + query.limit(),
                desk.inquiry().pick(asked, HuntWords.of(query).zh()),
                text);
    }

    private static String rows(HuntResult found) {
        if (found.columns().isEmpty()) {
            return "";
        }
        return "\nrows: " + found.rows().size() + "\n" + line(found.columns())
                + found.rows().stream().map(row -> "\n" + line(row)).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell)
                .map(cell -> cell.replaceAll("[\\r\\n|]+", " "))
                .collect(Collectors.joining(" | "));
    }
}
