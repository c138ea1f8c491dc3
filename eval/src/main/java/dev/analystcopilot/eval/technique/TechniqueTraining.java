package dev.analystcopilot.eval.technique;

import dev.analystcopilot.embeddings.score.Example;
import dev.analystcopilot.embeddings.score.LinearClassifier;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.technique.TechniqueWords;
import dev.analystcopilot.knowledge.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Trains the two classifiers that technique mapping ships, from ATT&CK, Sigma, Splunk's detections and Atomic Red Team
/// (arguments: the folder `knowledge` of the data pack, the folder to write to). No sentence of a measuring set is
/// among the texts. Embedding 31,000 texts takes some ten minutes once, training one minute.
public final class TechniqueTraining {
    private static final int VOCABULARY = 2_800;
    private static final int RAREST = 3;
    private static final long SEED = 18_1;
    private static final LinearClassifier.Settings MEANING = new LinearClassifier.Settings(8, 256, 0.01, 1e-4, SEED);
    private static final LinearClassifier.Settings WORDS = new LinearClassifier.Settings(6, 512, 0.03, 1e-5, SEED);

    private TechniqueTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path knowledge = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        Path cache =
                Files.createDirectories(Path.of("build/eval-cache/technique")).resolve("vectors.bin");
        AttackTexts.Found attack = AttackTexts.read(knowledge.resolve("attack/enterprise-attack-18.1.json.gz"));
        List<TrainingText> texts = texts(knowledge, attack);
        System.err.printf(
                "%d texts of %d techniques%n", texts.size(), attack.techniques().size());
        try (var embedder = BgeEmbedder.english()) {
            List<Vector> vectors = new VectorCache(cache, embedder, System.err::println)
                    .of(texts.stream().map(TrainingText::text).toList());
            meaning(texts, vectors, attack.techniques())
                    .writeOnnx(out.resolve("technique-meaning.onnx"), Map.of("embedder", embedder.model()));
        }
        words(texts, attack.techniques(), out.resolve("technique-words.onnx"));
    }

    private static List<TrainingText> texts(Path knowledge, AttackTexts.Found attack) {
        var rules = new RuleTexts(new HashSet<>(attack.techniques()));
        var texts = new ArrayList<>(attack.texts());
        texts.addAll(rules.sigma(knowledge.resolve("sigma/sigma-rules.zip")));
        texts.addAll(rules.splunk(knowledge.resolve("splunk/splunk-security-content.zip")));
        texts.addAll(rules.atomic(knowledge.resolve("atomic/atomic-tests.jsonl.gz")));
        return texts;
    }

    private static LinearClassifier meaning(List<TrainingText> texts, List<Vector> vectors, List<String> labels) {
        int[] all = IntStream.range(0, vectors.getFirst().dimension()).toArray();
        var examples = new ArrayList<Example>();
        for (int i = 0; i < texts.size(); i++) {
            examples.addAll(examples(texts.get(i), all, TechniqueWords.stretched(vectors.get(i)), labels));
        }
        return LinearClassifier.train(examples, all.length, labels, MEANING);
    }

    private static void words(List<TrainingText> texts, List<String> labels, Path file) throws IOException {
        var tokens = new Tokens();
        List<Map<String, Integer>> counts =
                texts.stream().map(text -> tokens.counts(text.text())).toList();
        var frequency = new HashMap<String, Integer>();
        counts.forEach(count -> count.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum)));
        List<String> vocabulary = frequency.entrySet().stream()
                .filter(entry -> entry.getValue() >= RAREST)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(VOCABULARY)
                .map(Map.Entry::getKey)
                .toList();
        List<Double> weights = vocabulary.stream()
                .map(word -> Math.log((double) texts.size() / frequency.getOrDefault(word, 1)) + 1)
                .toList();
        var words = new TechniqueWords(vocabulary, weights);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < texts.size(); i++) {
            float[] row = words.row(counts.get(i));
            int[] used = IntStream.range(0, row.length).filter(f -> row[f] != 0).toArray();
            float[] values = new float[used.length];
            for (int j = 0; j < used.length; j++) {
                values[j] = row[used[j]];
            }
            examples.addAll(examples(texts.get(i), used, values, labels));
        }
        LinearClassifier.train(examples, vocabulary.size(), labels, WORDS).writeOnnx(file, words.notes());
    }

    private static List<Example> examples(TrainingText text, int[] features, float[] values, List<String> labels) {
        float weight = (float) (text.weight() / text.techniques().size());
        return text.techniques().stream()
                .map(technique -> Example.of(features, values, labels.indexOf(technique), weight))
                .toList();
    }
}
