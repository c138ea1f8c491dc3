package dev.analystcopilot.knowledge.text.glossary;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a question of one language search texts of the other, word by word with the [Glossary]: terms for the search
/// by words, a rough translation for the search by meaning. Thread-safe.
public final class CrossLingual {
    private final Glossary glossary;
    private final Tokens tokens;

    public CrossLingual(Glossary glossary, Tokens tokens) {
        this.glossary = glossary;
        this.tokens = tokens;
    }

    /// With the glossary that the product ships.
    public static CrossLingual shipped() {
        return new CrossLingual(Glossary.shipped(), new Tokens());
    }

    /// For `from` equal to `to`: the question's own words, each as often as it occurs.
    public CrossQuery expand(String question, Language from, Language to) {
        var terms = new HashMap<String, Double>();
        if (from == to) {
            tokens.counts(question).forEach((term, count) -> terms.put(term, count.doubleValue()));
            return new CrossQuery(from, to, terms, question, 1);
        }
        List<Segment> segments = glossary.segment(question, from);
        double carried = 0;
        double asked = 0;
        for (Segment segment : segments) {
            int length = segment.text().length();
            switch (segment) {
                case Segment.Term term -> {
                    asked += length;
                    carried += length;
                    addSenses(term, terms);
                }
                case Segment.Same same -> {
                    asked += length;
                    carried += length;
                    tokens.of(same.text()).forEach(token -> terms.merge(token, 1.0, Double::sum));
                }
                // A word that questions are made of is no loss; any other is.
                case Segment.Unknown unknown ->
                    asked += tokens.of(unknown.text()).isEmpty() ? 0 : length;
            }
        }
        double coverage = asked == 0 ? 1 : carried / asked;
        return new CrossQuery(from, to, terms, glossary.translate(question, from), coverage);
    }

    /// A word of two senses counts once for the term, with the greater weight.
    private void addSenses(Segment.Term term, Map<String, Double> terms) {
        var ofTerm = new HashMap<String, Double>();
        for (Sense sense : term.senses()) {
            if (!sense.function()) {
                tokens.of(sense.text()).forEach(token -> ofTerm.merge(token, sense.weight(), Math::max));
            }
        }
        ofTerm.forEach((token, weight) -> terms.merge(token, weight, Double::sum));
    }
}
