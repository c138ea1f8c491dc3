package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.narrate.words.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Passages put together by document, those documents first that speak most of what is asked.
final class Documents {
    /// Below this share of the question's terms, or half of it in the title, a document is about something else.
    private static final double ENOUGH = 0.3;

    private final Terms terms = new Terms();

    /// @param passages the best match first
    /// @return documents that fit, the best first
    List<Document> fitting(String question, List<PassageFact> passages) {
        Set<String> asked = terms.of(question);
        Map<String, List<PassageFact>> byDocument = new LinkedHashMap<>();
        passages.forEach(passage -> byDocument
                .computeIfAbsent(passage.kind() + "/" + passage.ref(), key -> new ArrayList<>())
                .add(passage));
        return byDocument.values().stream()
                .map(own -> new Document(own, fit(asked, own)))
                .filter(document -> document.fit() >= ENOUGH)
                .sorted(Comparator.comparingDouble(Document::fit).reversed())
                .toList();
    }

    /// How well a passage alone fits, 0–1.
    double fit(String question, PassageFact passage) {
        return terms.coverage(terms.of(question), passage.heading() + "\n" + passage.text());
    }

    /// How well a sentence fits, 0–1.
    double fit(String question, String sentence) {
        return terms.coverage(terms.of(question), sentence);
    }

    private double fit(Set<String> asked, Collection<PassageFact> document) {
        StringBuilder text = new StringBuilder();
        document.forEach(passage -> text.append(passage.heading())
                .append('\n')
                .append(passage.text())
                .append('\n'));
        String title = document.iterator().next().title();
        return terms.coverage(asked, title) + terms.coverage(asked, title + "\n" + text) / 2;
    }

    /// @param passages of one document, the best match first
    record Document(List<PassageFact> passages, double fit) {
        Document {
            passages = List.copyOf(passages);
        }

        PassageFact first() {
            return passages.getFirst();
        }
    }
}
