package dev.analystcopilot.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Tells English from Chinese. Without a Chinese character it is English, and with more Chinese characters than words
/// of
/// other scripts it is Chinese: neither needs a model, and short questions full of host names defeat one anyway. In
/// between, OpenNLP's model for 183 languages judges what is left when names, numbers and punctuation are taken out.
public final class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";
    private static final String CHINESE = "cmn";

    /// Loaded when it is first asked: 10 MB that most processes never need.
    private static final class Model {
        static final LanguageDetectorModel INSTANCE = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the language model is not on the class path: " + MODEL);
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + MODEL, e);
            }
        }
    }

    public Language detect(String text) {
        int han = Scripts.han(text);
        if (han == 0) {
            return Language.EN;
        }
        if (han > Scripts.otherWords(text)) {
            return Language.ZH;
        }
        String words = text.replaceAll("[^\\p{L}\\s]", " ");
        String best =
                new LanguageDetectorME(Model.INSTANCE).predictLanguage(words).getLang();
        return CHINESE.equals(best) ? Language.ZH : Language.EN;
    }
}
