package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.search.Weights.Group;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// How probable it is that a passage speaks of what is asked, from both searches: a cosine alone does not say,
/// unrelated
/// texts have up to 0.57. A logistic regression, fitted by `./copilot eval fusion` on questions that the documents
/// answer and questions about something else; kept beside the [Weights].
final class Relevance {
    private record Line(double bias, double dense, double words, double title, double bm25) {}

    private final Map<Group, Line> lines;

    private Relevance(Map<Group, Line> lines) {
        this.lines = Collections.unmodifiableMap(lines);
    }

    static Relevance shipped() {
        Properties file = Weights.file();
        var lines = new EnumMap<Group, Line>(Group.class);
        for (Group group : Group.values()) {
            String prefix = group.key() + ".relevance.";
            lines.put(
                    group,
                    new Line(
                            Weights.number(file, prefix + "bias"),
                            Weights.number(file, prefix + "dense"),
                            Weights.number(file, prefix + "words"),
                            Weights.number(file, prefix + "title"),
                            Weights.number(file, prefix + "bm25")));
        }
        return new Relevance(lines);
    }

    /// 0 to 1; 1 for a document that is asked for by its name.
    double of(Group group, Candidate candidate) {
        if (candidate.named()) {
            return 1;
        }
        Line line = Objects.requireNonNull(lines.get(group), "group");
        double sum = line.bias
                + line.dense * candidate.feature(Feature.DENSE)
                + line.words * candidate.feature(Feature.WORDS)
                + line.title * candidate.feature(Feature.TITLE)
                + line.bm25 * candidate.feature(Feature.BM25);
        return 1 / (1 + Math.exp(-sum));
    }
}
