package dev.analystcopilot.eval.crosslingual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Texts that say the same in both languages, all of them this product's own: the shipped documents line by line, the
/// glossary, the names of techniques, and questions that the glossary's terms are put into.
final class ParallelTexts {
    /// @param weight how much it counts when a map is fitted
    record Parallel(String en, String zh, double weight) {}

    private static final double TERM_WEIGHT = 0.5;
    private static final double QUESTION_WEIGHT = 0.25;

    private static final List<String[]> FRAMES = List.of(
            new String[] {"How to handle %s?", "%s怎么处理？"},
            new String[] {"What is %s?", "什么是%s？"},
            new String[] {"How do I detect %s?", "怎么发现%s？"},
            new String[] {"How to prevent %s", "如何防止%s"});

    private ParallelTexts() {}

    static List<Parallel> of(OwnContent content, Path root, boolean withQuestions) {
        var all = new LinkedHashSet<Parallel>();
        for (OwnContent.Both both : content.documents()) {
            all.add(new Parallel(both.en().title(), both.zh().title(), 1));
            if (withQuestions) {
                var en = both.en().questions();
                var zh = both.zh().questions();
                for (int i = 0; i < Math.min(en.size(), zh.size()); i++) {
                    all.add(new Parallel(en.get(i), zh.get(i), 1));
                }
            }
            addLines(both, all);
        }
        addTerms(root, all);
        return List.copyOf(all);
    }

    private static void addLines(OwnContent.Both both, Set<Parallel> all) {
        List<MarkdownText.Section> en = both.en().sections();
        List<MarkdownText.Section> zh = both.zh().sections();
        if (en.size() != zh.size()) {
            return;
        }
        for (int i = 0; i < en.size(); i++) {
            List<String> enLines = en.get(i).lines();
            List<String> zhLines = zh.get(i).lines();
            if (enLines.size() == zhLines.size()) {
                for (int line = 0; line < enLines.size(); line++) {
                    all.add(new Parallel(plain(enLines.get(line)), plain(zhLines.get(line)), 1));
                }
            }
        }
    }

    private static String plain(String line) {
        return line.replaceAll("^[-*|\\d.\\s]+|[*`]", "").strip();
    }

    private static void addTerms(Path root, Set<Parallel> all) {
        Path pairs = root.resolve("knowledge-base/src/main/resources/knowledge/glossary/pairs.tsv");
        Path names = root.resolve("knowledge-base/src/main/resources/knowledge/attack/techniques.tsv");
        var terms = new ArrayList<String[]>();
        lines(pairs)
                .map(line -> line.split("\t"))
                .filter(fields -> !fields[2].equals("function"))
                .forEach(fields -> terms.add(new String[] {fields[1], fields[0]}));
        lines(names)
                .map(line -> line.split("\t"))
                .filter(fields -> !fields[0].equals("id"))
                .forEach(fields -> terms.add(new String[] {fields[1], fields[2]}));
        for (int i = 0; i < terms.size(); i++) {
            String en = terms.get(i)[0];
            String zh = terms.get(i)[1];
            all.add(new Parallel(en, zh, TERM_WEIGHT));
            String[] frame = FRAMES.get(i % FRAMES.size());
            all.add(new Parallel(frame[0].formatted(en), frame[1].formatted(zh), QUESTION_WEIGHT));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
