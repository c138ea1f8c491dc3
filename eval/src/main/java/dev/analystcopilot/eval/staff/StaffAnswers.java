package dev.analystcopilot.eval.staff;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.retrieval.Corpus;
import dev.analystcopilot.eval.staff.StaffQuestions.StaffQuestion;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.staff.ShippedVectors;
import dev.analystcopilot.knowledge.staff.StaffLesson;
import dev.analystcopilot.knowledge.staff.StaffMatch;
import dev.analystcopilot.knowledge.staff.StaffSearch;
import dev.analystcopilot.knowledge.staff.Sureness;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Whether the right document answers first, and whether what none answers is declined.
final class StaffAnswers {
    private static final Scope SCOPE = Scope.staff("eval");
    /// What was chosen on, what was measured on while it was chosen, and what was written before anybody looked.
    private static final List<String> SETS = List.of("dev", "test", "held1", "held2", "held3");

    private StaffAnswers() {}

    private record Asked(StaffQuestion question, List<StaffMatch> matches) {
        boolean answered() {
            return !matches.isEmpty() && matches.getFirst().sureness() != Sureness.UNKNOWN;
        }

        boolean right() {
            return !matches.isEmpty()
                    && question.refs().contains(matches.getFirst().ref());
        }

        boolean sure() {
            return answered() && matches.getFirst().sureness() == Sureness.SURE;
        }
    }

    /// @param steps to fit weights with; 0 leaves them alone
    static ResultTable measure(SuiteContext context, int steps) {
        var rows = new ArrayList<Row>();
        try (Corpus corpus = Corpus.load(context)) {
            var staff = new StaffSearch(
                    corpus.database(), new KnowledgeSearch(corpus.database(), corpus.embedders()), corpus.embedders());
            for (Language language : Language.values()) {
                if (steps > 0) {
                    fit(context, staff, language, steps);
                }
                for (String set : SETS) {
                    List<Asked> asked = StaffQuestions.of(set, language).stream()
                            .map(question -> new Asked(question, staff.search(SCOPE, question.text(), language)))
                            .toList();
                    asked.stream()
                            .filter(one ->
                                    one.question().answerable() != one.answered() || (one.answered() && !one.right()))
                            .forEach(one -> context.say("%s %s: %s -> %s"
                                    .formatted(
                                            language.code(),
                                            set,
                                            one.question().text(),
                                            one.answered()
                                                    ? one.matches().getFirst().ref()
                                                    : "declined")));
                    rows.add(row(language.code() + ", " + set, asked));
                }
                write(context, corpus.embedders().of(language).model(), staff, language);
            }
        }
        return new ResultTable("questions of employees", rows);
    }

    /// Says the weights that the shipped ways to ask and `dev` lead to: to be copied to
    /// `knowledge-base/src/main/resources/knowledge/asked/weights.properties`.
    private static void fit(SuiteContext context, StaffSearch staff, Language language, int steps) {
        List<StaffLesson> lessons = new ArrayList<>(staff.lessons(SCOPE, language));
        StaffQuestions.of("dev", language).stream()
                .map(question -> staff.lesson(SCOPE, question.text(), Set.copyOf(question.refs()), language))
                .forEach(lessons::add);
        StaffFit.weights(lessons, steps)
                .forEach((name, weight) -> context.say("%s.%s=%.3f".formatted(language.code(), name, weight)));
    }

    /// What the product may ship: to be moved to `knowledge-base/src/main/resources/knowledge/asked`.
    private static void write(SuiteContext context, String model, StaffSearch staff, Language language) {
        Path file = context.cache("staff").resolve(ShippedVectors.file(model));
        try (var out = Files.newOutputStream(file)) {
            ShippedVectors.write(staff.meanings(SCOPE, language), out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Row row(String name, List<Asked> asked) {
        List<Asked> answerable =
                asked.stream().filter(one -> one.question().answerable()).toList();
        List<Asked> others =
                asked.stream().filter(one -> !one.question().answerable()).toList();
        List<Asked> sure = answerable.stream().filter(Asked::sure).toList();
        List<Asked> likely =
                answerable.stream().filter(one -> one.answered() && !one.sure()).toList();
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("n", Score.of((double) answerable.size()));
        values.put("right source first", share(answerable, Asked::right));
        values.put("right and answered", share(answerable, one -> one.right() && one.answered()));
        values.put("said sure", share(answerable, Asked::sure));
        values.put("right where sure", share(sure, Asked::right));
        values.put("right where likely", share(likely, Asked::right));
        List<Asked> urgent =
                answerable.stream().filter(one -> one.question().urgent()).toList();
        values.put("urgent n", Score.of((double) urgent.size()));
        values.put("urgent, steps first", share(urgent, one -> one.right() && one.answered()));
        values.put("unanswerable n", Score.of((double) others.size()));
        values.put("declined", share(others, one -> !one.answered()));
        return new Row(name, values);
    }

    private static Score share(List<Asked> asked, Predicate<Asked> which) {
        return asked.isEmpty()
                ? Score.none("there are none")
                : Score.of((double) asked.stream().filter(which).count() / asked.size());
    }
}
