package dev.analystcopilot.eval.embedding;

import com.sun.management.OperatingSystemMXBean;
import dev.analystcopilot.embeddings.onnx.ModelFile;
import dev.analystcopilot.embeddings.text.Batching;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.BgeVariant;
import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Texts per second of bge-small: fp32 in length-sorted and unsorted batches, and int8 one text at a time (the only
/// way in which int8 gives a text one vector). Prints a line per setting, then one JSON object.
///
/// The settings take turns, several rounds, and the best round counts: what else the machine does can only slow a
/// round down. On a busy machine the second number is the one to compare by, texts per second of processor time.
public final class EmbeddingBenchmark {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 16;
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Batching UNSORTED = new Batching(Batching.standard().tokens(), false);

    private static final BgeVariant ENGLISH_INT8 =
            int8(BgeVariant.ENGLISH, 34_014_426, "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4");
    private static final BgeVariant CHINESE_INT8 =
            int8(BgeVariant.CHINESE, 24_010_842, "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc");

    private EmbeddingBenchmark() {}

    /// @param arguments none, or the number of rounds
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        List<Setting> settings = settings();
        Map<String, Rate> best = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Setting setting : settings) {
                best.merge(setting.name(), setting.measure(), Rate::max);
            }
        }
        Map<String, Double> all = new TreeMap<>();
        best.forEach((name, rate) -> {
            System.out.println(
                    "%-26s %8.1f texts/s %8.1f per CPU second".formatted(name, rate.perSecond(), rate.perCpuSecond()));
            all.put(name, rate.perSecond());
            all.put(name + "_cpu", rate.perCpuSecond());
        });
        all.put("int8_en_least_cosine_batched", leastCosine(ENGLISH_INT8));
        all.put("fp32_en_least_cosine_batched", leastCosine(BgeVariant.ENGLISH));
        settings.stream().map(Setting::embedder).distinct().forEach(TextEmbedder::close);
        System.out.println(json(all));
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        add(
                settings,
                "en",
                BgeVariant.ENGLISH,
                ENGLISH_INT8,
                SampleTexts.english(240, 16),
                SampleTexts.english(64, 64));
        add(
                settings,
                "zh",
                BgeVariant.CHINESE,
                CHINESE_INT8,
                SampleTexts.chinese(240, 16),
                SampleTexts.chinese(64, 64));
        return settings;
    }

    private static void add(
            List<Setting> settings,
            String language,
            BgeVariant fp32,
            BgeVariant int8,
            List<String> shortTexts,
            List<String> longTexts) {
        Map<String, TextEmbedder> embedders = Map.of(
                "fp32_sorted", BgeEmbedder.of(fp32, Batching.standard()),
                "fp32_unsorted", BgeEmbedder.of(fp32, UNSORTED),
                "fp32_alone", BgeEmbedder.of(fp32, Batching.alone()),
                "int8_alone", BgeEmbedder.of(int8, Batching.alone()));
        embedders.forEach((way, embedder) -> {
            embedder.embed(longTexts.subList(0, WARM_UP));
            settings.add(new Setting("%s_%s_16_tokens".formatted(way, language), embedder, shortTexts));
            settings.add(new Setting("%s_%s_64_tokens".formatted(way, language), embedder, longTexts));
        });
    }

    /// The least cosine between a text's vector alone and in a batch.
    private static double leastCosine(BgeVariant variant) {
        List<String> texts = SampleTexts.english(100, 24);
        try (TextEmbedder alone = BgeEmbedder.of(variant, Batching.alone());
                TextEmbedder batched = BgeEmbedder.of(variant, UNSORTED)) {
            List<Vector> expected = alone.embed(texts);
            List<Vector> found = batched.embed(texts);
            double least = 1;
            for (int i = 0; i < texts.size(); i++) {
                least = Math.min(least, expected.get(i).cosine(found.get(i)));
            }
            return least;
        }
    }

    private static String json(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .map(number -> String.format(Locale.ROOT, "\"%s\":%.6g", number.getKey(), number.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static BgeVariant int8(BgeVariant fp32, long bytes, String sha256) {
        String name = fp32.model() + "-q";
        return new BgeVariant(
                name,
                fp32.dimension(),
                name + "-tokenizer.json",
                new ModelFile(name + ".onnx", bytes, sha256),
                fp32.instruction());
    }

    private record Setting(String name, TextEmbedder embedder, List<String> texts) {
        Rate measure() {
            long cpu = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            embedder.embed(texts);
            double nanos = System.nanoTime() - start;
            return new Rate(texts.size() * NANOS / nanos, texts.size() * NANOS / (PROCESS.getProcessCpuTime() - cpu));
        }
    }

    private record Rate(double perSecond, double perCpuSecond) {
        static Rate max(Rate a, Rate b) {
            return new Rate(Math.max(a.perSecond, b.perSecond), Math.max(a.perCpuSecond, b.perCpuSecond));
        }
    }
}
