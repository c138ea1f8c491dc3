package dev.analystcopilot.triage.narrate.meaning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Likeness;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Compares a question with the examples of its language, by the embedding model that also searches documents: the
/// nearest vote for their kind, each the more the nearer it is. Names are taken out first ([Unnamed]).
///
/// The examples come with their vectors, read when the first question of their language comes; one without is embedded
/// then, so that a stale file costs time and nothing else. A question takes some milliseconds, and the latest are
/// remembered, since a conversation is read again with each of its questions. May block; thread-safe.
public final class NearestExamples implements Likeness {
    private static final int VOTERS = 12;
    /// How fast a vote loses weight with distance. Few examples decide; chosen on the questions of `ReadingTest`.
    private static final double SHARPNESS = 12;
    private static final int LONGEST = 400;
    private static final int REMEMBERED = 1_000;

    private final Embedders embedders;
    private final Map<Language, Shelf> shelves = new EnumMap<>(Language.class);
    private final Map<String, Map<Intent, Double>> latest = new LinkedHashMap<>(16, 0.75f, true);

    public NearestExamples(Embedders embedders) {
        this.embedders = embedders;
    }

    private record Shelf(Centred centred, List<Intent> intents, List<Vector> vectors) {}

    private record Voter(Intent intent, double cosine) {}

    @Override
    public Map<Intent, Double> of(String text, Language language) {
        String unnamed = Unnamed.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text, language);
        String key = language + " " + unnamed;
        synchronized (latest) {
            Map<Intent, Double> known = latest.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<Intent, Double> shares = shares(
                shelf(language), embedders.of(language).embed(List.of(unnamed)).getFirst());
        synchronized (latest) {
            latest.put(key, shares);
            if (latest.size() > REMEMBERED) {
                var oldest = latest.keySet().iterator();
                var _ = oldest.next();
                oldest.remove();
            }
        }
        return shares;
    }

    private static Map<Intent, Double> shares(Shelf shelf, Vector question) {
        Vector asked = shelf.centred().of(question);
        List<Voter> voters = IntStream.range(0, shelf.vectors().size())
                .mapToObj(i ->
                        new Voter(shelf.intents().get(i), shelf.vectors().get(i).cosine(asked)))
                .sorted(Comparator.comparingDouble(Voter::cosine).reversed())
                .limit(VOTERS)
                .toList();
        Map<Intent, Double> votes = new EnumMap<>(Intent.class);
        voters.forEach(voter -> votes.merge(voter.intent(), Math.exp(SHARPNESS * voter.cosine()), Double::sum));
        double all = votes.values().stream().mapToDouble(vote -> vote).sum();
        votes.replaceAll((intent, vote) -> vote / all);
        return Map.copyOf(votes);
    }

    private Shelf shelf(Language language) {
        synchronized (shelves) {
            return shelves.computeIfAbsent(language, this::filled);
        }
    }

    private Shelf filled(Language language) {
        List<Examples.Example> examples = Examples.of(language);
        TextEmbedder embedder = embedders.of(language);
        Map<String, Vector> known = new HashMap<>(Examples.vectors(embedder.model()));
        List<String> texts = texts(language);
        List<String> missing = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        List<Vector> embedded = embedder.embed(missing);
        for (int i = 0; i < missing.size(); i++) {
            known.put(missing.get(i), embedded.get(i));
        }
        List<Vector> vectors =
                texts.stream().map(text -> requireNonNull(known.get(text))).toList();
        var centred = new Centred(vectors);
        return new Shelf(
                centred,
                examples.stream().map(Examples.Example::intent).toList(),
                vectors.stream().map(centred::of).toList());
    }

    /// What is embedded for a language: its examples without names.
    static List<String> texts(Language language) {
        return Examples.of(language).stream()
                .map(example -> Unnamed.of(example.text(), language))
                .toList();
    }
}
