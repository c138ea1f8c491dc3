package dev.analystcopilot.knowledge.search;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.glossary.CrossQuery;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question, understood as far as that goes without looking anything up.
///
/// @param question as it was asked
/// @param query carried over to the language of the passages to find
/// @param written how a term stands in the question, where that is another spelling
/// @param names of documents that it holds: `T1059.001`, `CVE-2024-3094`, a rule's id; `S0002` for Mimikatz
record Analysis(String question, CrossQuery query, Map<String, String> written, Set<String> names) {

    Analysis {
        requireNonNull(question, "question");
        requireNonNull(query, "query");
        written = Map.copyOf(written);
        names = Set.copyOf(names);
    }

    /// With further documents that it names.
    Analysis naming(Set<String> others) {
        Set<String> all = Stream.concat(names.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
        return new Analysis(question, query, written, all);
    }

    Language wanted() {
        return query.to();
    }

    /// To look for, in the wanted language, with what each weighs.
    Map<String, Double> terms() {
        return query.terms();
    }

    boolean translated() {
        return query.from() != query.to();
    }

    double weight() {
        return query.terms().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    String written(String term) {
        return written.getOrDefault(term, term);
    }
}
