package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.technique.TechniqueWhy.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Scores texts against the techniques that a scope can see.
final class Ranker {
    private static final Pattern ID =
            Pattern.compile("(?<![\\w.])T\\d{4}(?:\\.\\d{3})?(?!\\w)", Pattern.CASE_INSENSITIVE);
    private static final int WORDS_SHOWN = 5;
    private static final double NAME_BONUS = 0.5;
    private static final double ID_BONUS = 50;

    private final TechniqueModels models;
    private final TechniquePages pages;
    private final TechniqueCatalog catalog;
    private final List<String> techniques;
    private final int[] exampleOf;
    private final double[] examples;

    /// @param original as it was given
    /// @param english in English, roughly
    /// @param words of the English text
    record Text(String original, String english, Map<String, Integer> words, Vector vector) {}

    Ranker(TechniqueModels models, TechniquePages pages, TechniqueCatalog catalog) {
        this.models = models;
        this.pages = pages;
        this.catalog = catalog;
        Set<String> all = new LinkedHashSet<>(models.techniques());
        all.addAll(pages.names().keySet());
        this.techniques = List.copyOf(all);
        Map<String, Integer> places = new HashMap<>();
        techniques.forEach(technique -> places.put(technique, places.size()));
        this.exampleOf = IntStream.range(0, pages.exampleCount())
                .map(number -> places.getOrDefault(pages.example(number).ref(), 0))
                .toArray();
        this.examples = new double[techniques.size()];
        for (int technique : exampleOf) {
            examples[technique]++;
        }
    }

    List<TechniqueMatch> rank(Text text, int top) {
        float[] likeness = pages.examples(text.words());
        Map<Arm, double[]> arms = arms(text, likeness);
        int words = text.words().values().stream().mapToInt(Integer::intValue).sum();
        double[] fused = new double[techniques.size()];
        arms.forEach((arm, scores) -> {
            double weight = arm.weight(words);
            for (int i = 0; i < fused.length; i++) {
                fused[i] += weight * scores[i];
            }
        });
        Set<String> ids = ID.matcher(text.original())
                .results()
                .map(MatchResult::group)
                .map(id -> id.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        for (int i = 0; i < fused.length; i++) {
            String id = techniques.get(i);
            boolean byName = pages.names().containsKey(id)
                    && TechniquePages.names(text.english(), pages.names().get(id));
            if (ids.contains(id) || byName) {
                named.add(id);
                fused[i] += ids.contains(id) ? ID_BONUS : NAME_BONUS;
            }
        }
        double[] confidence = Calibration.confidence(fused);
        int[] order = order(fused, top);
        var matches = new ArrayList<TechniqueMatch>();
        for (int place : order) {
            String id = techniques.get(place);
            var ofArm = new EnumMap<Arm, Integer>(Arm.class);
            arms.forEach((arm, scores) -> ofArm.put(arm, rank(scores, place)));
            matches.add(new TechniqueMatch(
                    id,
                    name(id),
                    fused[place],
                    confidence[place],
                    new TechniqueWhy(
                            ofArm,
                            pages.words(id, text.words(), WORDS_SHOWN),
                            example(place, likeness),
                            named.contains(id))));
        }
        return List.copyOf(matches);
    }

    List<String> rank(Text text, int top, Arm arm) {
        double[] scores = arms(text, pages.examples(text.words())).get(arm);
        return scores == null
                ? List.of()
                : IntStream.of(order(scores, top)).mapToObj(techniques::get).toList();
    }

    private Map<Arm, double[]> arms(Text text, float[] likeness) {
        Map<Arm, double[]> arms = new EnumMap<>(Arm.class);
        arms.put(Arm.MEANING, standard(ofModel(models.byMeaning(text.vector()))));
        arms.put(Arm.WORDS, standard(ofModel(models.byWords(text.words()))));
        if (!pages.isEmpty()) {
            arms.put(Arm.EXAMPLES, standard(byExamples(likeness)));
            arms.put(Arm.PAGES, standard(all(pages.byPages(text.words()))));
            arms.put(Arm.DESCRIPTION, standard(all(pages.byDescription(text.vector()))));
        }
        return arms;
    }

    /// A technique that the models do not know scores as their worst.
    private double[] ofModel(float[] scores) {
        double worst = Double.MAX_VALUE;
        for (float score : scores) {
            worst = Math.min(worst, score);
        }
        double[] all = new double[techniques.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < scores.length ? scores[i] : worst;
        }
        return all;
    }

    private double[] all(Map<String, Double> scores) {
        double worst =
                scores.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return techniques.stream()
                .mapToDouble(technique -> scores.getOrDefault(technique, worst))
                .toArray();
    }

    /// Cubes favour the closest example over many that are half as close; dividing takes a little of the advantage
    /// from techniques of which there are many.
    private double[] byExamples(float[] likeness) {
        double[] sums = new double[techniques.size()];
        for (int i = 0; i < likeness.length; i++) {
            sums[exampleOf[i]] += (double) likeness[i] * likeness[i] * likeness[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.cbrt(sums[i] / Math.pow(Math.max(1, examples[i]), 0.15));
        }
        return sums;
    }

    /// As deviations from the mean, so that arms compare.
    private static double[] standard(double[] scores) {
        double mean = IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i])
                .average()
                .orElse(0);
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, scores.length)) + 1e-9;
        double[] standard = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            standard[i] = (scores[i] - mean) / deviation;
        }
        return standard;
    }

    private int[] order(double[] scores, int top) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(techniques::get))
                .limit(top)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int rank(double[] scores, int place) {
        int better = 0;
        for (double score : scores) {
            if (score > scores[place]) {
                better++;
            }
        }
        return better + 1;
    }

    private Optional<Example> example(int technique, float[] likeness) {
        int best = -1;
        for (int i = 0; i < likeness.length; i++) {
            if (exampleOf[i] == technique && likeness[i] > (best < 0 ? 0 : likeness[best])) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(shown(pages.example(best)));
    }

    private static Example shown(Passage passage) {
        return new Example(passage.id(), passage.heading(), passage.text());
    }

    private String name(String id) {
        String imported = pages.names().getOrDefault(id, "");
        return catalog.technique(id)
                .filter(known -> known.id().equals(id) || imported.isEmpty())
                .map(known -> known.name().en())
                .orElse(imported.isEmpty() ? id : imported);
    }
}
