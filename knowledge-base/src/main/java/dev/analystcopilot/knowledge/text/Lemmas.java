package dev.analystcopilot.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/// Words of an English text with their base forms and parts of speech, by OpenNLP's models. They take some hundred
/// megabytes of reading and a second at the first use, and about a hundred times as long as stemming, so that passages
/// are found by stems ([Tokens]); this is for questions and sentences that are looked at closely. Thread-safe.
public final class Lemmas {
    private static final String TOKENIZER = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
    private static final String TAGGER = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String LEMMATIZER = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";

    private static final class Models {
        static final TokenizerModel TOKENS = load(TOKENIZER, TokenizerModel::new);
        static final POSModel TAGS = load(TAGGER, POSModel::new);
        static final LemmatizerModel LEMMAS = load(LEMMATIZER, LemmatizerModel::new);

        private interface Reader<T> {
            T read(InputStream in) throws IOException;
        }

        private static <T> T load(String resource, Reader<T> reader) {
            try (InputStream in = Lemmas.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the model is not on the class path: " + resource);
                }
                return reader.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
    }

    /// @param text as it stands
    /// @param lemma its base form in small letters; the text itself where the model knows none
    /// @param tag its part of speech in the universal set: `NOUN`, `VERB`, `PROPN` …
    public record Word(String text, String lemma, String tag) {

        /// Whether it carries meaning by itself.
        public boolean isContent() {
            return switch (tag) {
                case "NOUN", "PROPN", "VERB", "ADJ", "NUM", "X" -> true;
                default -> false;
            };
        }
    }

    /// In the order of the text, punctuation included.
    public List<Word> of(String sentence) {
        // The three keep state while they work: one of each for each call.
        String[] tokens = new TokenizerME(Models.TOKENS).tokenize(sentence);
        String[] tags = new POSTaggerME(Models.TAGS).tag(tokens);
        String[] lemmas = new LemmatizerME(Models.LEMMAS).lemmatize(tokens, tags);
        var words = new ArrayList<Word>();
        for (int i = 0; i < tokens.length; i++) {
            boolean none = lemmas[i].equals("O") || lemmas[i].equals("_");
            words.add(new Word(tokens[i], (none ? tokens[i] : lemmas[i]).toLowerCase(Locale.ROOT), tags[i]));
        }
        return List.copyOf(words);
    }
}
