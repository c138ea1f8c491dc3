package dev.analystcopilot.eval.staff;

import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.retrieval.Corpus;
import dev.analystcopilot.eval.service.Asker;
import dev.analystcopilot.eval.service.RunningCopilot;
import dev.analystcopilot.eval.staff.StaffQuestions.StaffQuestion;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long an employee waits for a whole answer without a language model: the first one after a start, then others.
final class StaffLatency {
    /// Signing in and typing take longer.
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(20);
    private static final int QUESTIONS = 40;
    private static final double MOST = 0.95;

    private StaffLatency() {}

    static ResultTable measure(SuiteContext context) {
        context.say("the service is starting; the first question comes after " + BEFORE_THE_FIRST.toSeconds() + " s");
        try (var copilot = RunningCopilot.start(context, Map.of(), scratch -> Corpus.fill(context, scratch))) {
            copilot.awaitPassages();
            Thread.sleep(BEFORE_THE_FIRST);
            Asker staff = copilot.as(Role.STAFF);
            var rows = new ArrayList<Row>();
            for (Language language : Language.values()) {
                rows.add(row(staff, language));
            }
            return new ResultTable("how long an answer takes, one person asking", rows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service was starting", e);
        }
    }

    private static Row row(Asker staff, Language language) {
        List<Double> millis = StaffQuestions.of("test", language).stream()
                .map(StaffQuestion::text)
                .limit(QUESTIONS + 1)
                .map(question -> millis(staff, question))
                .toList();
        List<Double> sorted = millis.stream().skip(1).sorted().toList();
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("ms, first", Score.of(millis.getFirst()));
        values.put("then n", Score.of((double) sorted.size()));
        values.put("ms, p50", Score.of(sorted.get(sorted.size() / 2)));
        values.put("ms, p95", Score.of(sorted.get((int) Math.ceil(sorted.size() * MOST) - 1)));
        return new Row(language.code(), values);
    }

    private static double millis(Asker staff, String question) {
        String conversation = staff.conversation();
        long start = System.nanoTime();
        var _ = staff.ask(conversation, question);
        return (double) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
