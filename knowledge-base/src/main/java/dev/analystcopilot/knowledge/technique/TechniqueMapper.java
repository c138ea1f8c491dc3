package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.technique.Ranker.Text;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import dev.analystcopilot.knowledge.text.Tokens;
import dev.analystcopilot.knowledge.text.glossary.CrossLingual;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Ranks the ATT&CK techniques that a text describes: two shipped classifiers, and the scope's imported ATT&CK pages,
/// each a way of its own ([Arm]); fused with weights that depend on how much the text says; calibrated so that a
/// confidence is a frequency (ADR 0007). Without ATT&CK imported the classifiers answer alone. Chinese texts are looked
/// for through the glossary. Thread-safe.
public final class TechniqueMapper implements AutoCloseable {
    public static final int MAX_TOP = 100;
    private static final int PORTION = 512;

    private final TechniqueModels models = TechniqueModels.load();
    private final Tokens tokens = new Tokens();
    private final LanguageDetector languages = new LanguageDetector();
    private final CrossLingual crossLingual = CrossLingual.shipped();
    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    private final Embedders embedders;
    private final PagesOfScopes pages;

    public TechniqueMapper(Database database, Embedders embedders) {
        PassageStore store = database.passages();
        this.embedders = embedders;
        this.pages = new PagesOfScopes(store, models.embedder(), tokens, InstantSource.system());
    }

    /// The likeliest first; none for a blank text.
    ///
    /// @param top at most so many, 1 to 100
    public List<TechniqueMatch> map(Scope scope, String text, int top) {
        return mapAll(scope, List.of(text), top).getFirst();
    }

    /// One answer for each text, in their order. Faster than one by one: texts are embedded together.
    public List<List<TechniqueMatch>> mapAll(Scope scope, List<String> texts, int top) {
        if (top < 1 || top > MAX_TOP) {
            throw new IllegalArgumentException("top must be 1 to " + MAX_TOP + ", not " + top);
        }
        var ranker = new Ranker(models, pages.of(scope), catalog);
        var answers = new ArrayList<List<TechniqueMatch>>();
        for (int from = 0; from < texts.size(); from += PORTION) {
            read(texts.subList(from, Math.min(texts.size(), from + PORTION)))
                    .forEach(text -> answers.add(text.words().isEmpty() ? List.of() : ranker.rank(text, top)));
        }
        return List.copyOf(answers);
    }

    /// The order that one way to look for techniques gives alone: for measuring.
    public List<List<String>> mapAll(Scope scope, List<String> texts, int top, Arm arm) {
        var ranker = new Ranker(models, pages.of(scope), catalog);
        var answers = new ArrayList<List<String>>();
        for (int from = 0; from < texts.size(); from += PORTION) {
            read(texts.subList(from, Math.min(texts.size(), from + PORTION)))
                    .forEach(text -> answers.add(text.words().isEmpty() ? List.of() : ranker.rank(text, top, arm)));
        }
        return List.copyOf(answers);
    }

    private List<Text> read(List<String> texts) {
        List<String> english = texts.stream().map(this::english).toList();
        List<Vector> vectors = embedders.of(Language.EN).embed(english);
        var read = new ArrayList<Text>();
        for (int i = 0; i < english.size(); i++) {
            read.add(new Text(texts.get(i), english.get(i), tokens.counts(english.get(i)), vectors.get(i)));
        }
        return read;
    }

    private String english(String text) {
        Language language = languages.detect(text);
        return language == Language.EN
                ? text
                : crossLingual.expand(text, language, Language.EN).translatedText();
    }

    @Override
    public void close() {
        models.close();
    }
}
