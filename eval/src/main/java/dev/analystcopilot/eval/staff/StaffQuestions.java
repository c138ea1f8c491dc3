package dev.analystcopilot.eval.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Questions of employees: `staff/<set>-<language>.tsv`, the names of the documents that answer it, with bars between
/// them, or `-` where none does; a tab; the question. A `!` before the names: it cannot wait.
final class StaffQuestions {
    private StaffQuestions() {}

    /// @param refs the documents that may come first; none where it is to be declined
    /// @param urgent whether something has happened, so that the steps must come at once
    record StaffQuestion(List<String> refs, boolean urgent, String text) {
        StaffQuestion {
            refs = List.copyOf(refs);
        }

        boolean answerable() {
            return !refs.isEmpty();
        }
    }

    /// @param set `dev` for choosing thresholds, `test` and `held…` for measuring
    static List<StaffQuestion> of(String set, Language language) {
        return lines("staff/" + set + "-" + language.code() + ".tsv").stream()
                .map(StaffQuestions::question)
                .toList();
    }

    private static StaffQuestion question(String line) {
        int tab = line.indexOf('\t');
        boolean urgent = line.startsWith("!");
        String refs = line.substring(urgent ? 1 : 0, tab);
        return new StaffQuestion(
                refs.equals("-") ? List.of() : List.of(refs.split("\\|", -1)), urgent, line.substring(tab + 1));
    }

    static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StaffQuestions.class.getClassLoader().getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
