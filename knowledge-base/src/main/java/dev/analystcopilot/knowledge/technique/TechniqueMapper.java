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
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        this.pages = new PagesOfScopes(
                store,
                models.embedder(),
                tokens,
                imported -> new Ranker(models, imported, catalog),
                InstantSource.system());
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
        Ranker ranker = pages.of(scope);
        var answers = new ArrayList<List<TechniqueMatch>>();
        for (int from = 0; from < texts.size(); from += PORTION) {
            read(texts.subList(from, Math.min(texts.size(), from + PORTION)))
                    .forEach(text -> answers.add(text.words().isEmpty() ? List.of() : ranker.rank(text, top)));
        }
        return List.copyOf(answers);
    }

    /// The order that one way to look for techniques gives alone: for measuring.
    public List<List<String>> mapAll(Scope scope, List<String> texts, int top, Arm arm) {
        Ranker ranker = pages.of(scope);
        var answers = new ArrayList<List<String>>();
        for (int from = 0; from < texts.size(); from += PORTION) {
            read(texts.subList(from, Math.min(texts.size(), from + PORTION)))
                    .forEach(text -> answers.add(text.words().isEmpty() ? List.of() : ranker.rank(text, top, arm)));
        }
        return List.copyOf(answers);
    }

    private List<Text> read(List<String> texts) {
        List<Optional<Question>> questions = texts.stream().map(Question::of).toList();
        List<String> english = IntStream.range(0, texts.size())
                .mapToObj(i -> english(questions.get(i).map(Question::asked).orElse(texts.get(i))))
                .toList();
        List<Vector> vectors = embedders.of(Language.EN).embed(english);
        var read = new ArrayList<Text>();
        for (int i = 0; i < english.size(); i++) {
            read.add(new Text(
                    texts.get(i),
                    english.get(i),
                    words(english.get(i), questions.get(i)),
                    vectors.get(i),
                    questions.get(i)));
        }
        return read;
    }

    private Map<String, Integer> words(String english, Optional<Question> question) {
        Map<String, Integer> counts = tokens.counts(english);
        return question.isEmpty() ? counts : Question.subject(counts);
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
