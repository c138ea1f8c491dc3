package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.CaseStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model see which cases there are, the most urgent first.
record ListCasesTool(CaseStore cases, Desk desk) implements LlmTool {
    private static final int FOUND = 15;
    private static final int MOST_PAGES = 1_000;
    private static final int ENTITIES = 5;
    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::wireName).toList();

    @Override
    public String name() {
        return "list_cases";
    }

    @Override
    public String description() {
        return "Lists cases, the most urgent first, with verdict, score, time and main entities, and how many there are.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.oneOf("disposition", "of this verdict only", VERDICTS),
                Parameter.number("page", "1 if left out; 2 for the next " + FOUND));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        Optional<String> verdict = arguments.text("disposition");
        if (verdict.isPresent() && !VERDICTS.contains(verdict.get())) {
            throw new IllegalArgumentException("disposition must be one of " + String.join(", ", VERDICTS));
        }
        int page = arguments.whole("page", 1, 1, MOST_PAGES);
        var query = CaseQuery.of(verdict.map(Verdict::ofWireName), FOUND, (page - 1) * FOUND);
        List<CaseRow> rows = cases.list(desk.scope(), query);
        long total = cases.count(desk.scope(), query);
        String text = "cases in all: %d, shown: %d, page %d\n%s"
                .formatted(
                        total,
                        rows.size(),
                        page,
                        rows.stream().map(ListCasesTool::line).collect(Collectors.joining("\n")));
        return desk.answer(
                List.of(desk.result(
                        "cases" + verdict.map(v -> ", disposition " + v).orElse("") + ", page " + page,
                        desk.inquiry().pick("Cases, the most urgent first", "案件（按紧急程度排序）"),
                        text)),
                "Listed %d of %d cases".formatted(rows.size(), total),
                "列出 %d / %d 个案件".formatted(rows.size(), total));
    }

    private static String line(CaseRow row) {
        return String.format(
                Locale.ROOT,
                "%s \"%s\": %s, confidence %.2f, score %.2f, %d alerts, from %s to %s, %s",
                row.id(),
                row.title(),
                row.disposition().wireName(),
                row.confidence(),
                row.score(),
                row.alertCount(),
                row.firstSeen(),
                row.lastSeen(),
                row.entityKeys().stream().limit(ENTITIES).collect(Collectors.joining(" ")));
    }
}
