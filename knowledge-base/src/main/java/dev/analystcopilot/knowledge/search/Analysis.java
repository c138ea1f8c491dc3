package dev.analystcopilot.knowledge.search;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question, understood as far as that goes without looking anything up.
///
/// @param asked the question's own language
/// @param wanted the language of the passages to find
/// @param terms to look for, in the wanted language, with what each weighs
/// @param written how a term stands in the question, where that is another spelling
/// @param meaning the text to embed, in the wanted language
/// @param names of documents that it holds: `T1059.001`, `CVE-2024-3094`, a rule's id; `S0002` for Mimikatz
record Analysis(
        Language asked,
        Language wanted,
        Map<String, Double> terms,
        Map<String, String> written,
        String meaning,
        Set<String> names) {

    Analysis {
        requireNonNull(asked, "asked");
        requireNonNull(wanted, "wanted");
        terms = Map.copyOf(terms);
        written = Map.copyOf(written);
        names = Set.copyOf(names);
    }

    /// With further documents that it names.
    Analysis naming(Set<String> others) {
        Set<String> all = Stream.concat(names.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
        return new Analysis(asked, wanted, terms, written, meaning, all);
    }

    boolean translated() {
        return asked != wanted;
    }

    double weight() {
        return terms.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    String written(String term) {
        return written.getOrDefault(term, term);
    }
}
