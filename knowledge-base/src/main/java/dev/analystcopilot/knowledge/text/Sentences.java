package dev.analystcopilot.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/// Cuts text into sentences: at line ends and Chinese full stops always, and within what is left of a line as OpenNLP's
/// English model says, which knows "e.g." and "10.0.0.1" from an end.
public final class Sentences {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final String HARD_END = "(?<=[。！？；])|\\R";

    private static final class Model {
        static final SentenceModel INSTANCE = load();

        private static SentenceModel load() {
            try (InputStream in = SentenceModel.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the sentence model is not on the class path: " + MODEL);
                }
                return new SentenceModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + MODEL, e);
            }
        }
    }

    /// Trimmed, none of them empty.
    public List<String> of(String text) {
        var sentences = new ArrayList<String>();
        for (String piece : text.split(HARD_END)) {
            if (Scripts.han(piece) > 0) {
                sentences.add(piece);
            } else if (!piece.isBlank()) {
                // The detector keeps state while it works: one for each call.
                sentences.addAll(Arrays.asList(new SentenceDetectorME(Model.INSTANCE).sentDetect(piece)));
            }
        }
        return sentences.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
