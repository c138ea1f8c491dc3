package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Map;

/// Question pairs with the documents to search in, by language; one language may be missing.
record QuestionSet(String name, List<QuestionPair> pairs, Map<Language, List<TextPiece>> pieces) {
    QuestionSet {
        pairs = List.copyOf(pairs);
        pieces = Map.copyOf(pieces);
    }
}
