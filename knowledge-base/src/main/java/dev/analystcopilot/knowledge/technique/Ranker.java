package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.technique.TechniqueWhy.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Scores texts against the techniques that a scope can see. Thread-safe.
final class Ranker {
    private static final int WORDS_SHOWN = 5;
    /// Takes a little of the advantage from techniques of which there are many examples.
    private static final double MANY = 0.15;

    /// In `Process Injection: Proc Memory`, which texts name by its second part.
    private static final char PARENT_ENDS = ':';

    private final TechniqueModels models;
    private final TechniquePages pages;
    private final List<String> techniques;
    private final List<String> names;
    private final int[] placeOf;
    private final double[] examples;
    private final Mentions mentions;

    /// @param original as it was given
    /// @param english in English, roughly; of a question only what is asked
    /// @param words of the English text
    record Text(
            String original, String english, Map<String, Integer> words, Vector vector, Optional<Question> question) {}

    Ranker(TechniqueModels models, TechniquePages pages, TechniqueCatalog catalog) {
        this.models = models;
        this.pages = pages;
        Set<String> all = new LinkedHashSet<>(models.techniques());
        all.addAll(pages.techniques());
        this.techniques = List.copyOf(all);
        Map<String, Integer> places = new HashMap<>();
        techniques.forEach(technique -> places.put(technique, places.size()));
        this.names = techniques.stream().map(id -> name(id, catalog)).toList();
        this.placeOf = pages.techniques().stream()
                .mapToInt(id -> places.getOrDefault(id, 0))
                .toArray();
        this.examples = new double[techniques.size()];
        for (int i = 0; i < pages.exampleCount(); i++) {
            examples[place(i)]++;
        }
        List<String> own = names.stream()
                .map(name -> name.substring(name.lastIndexOf(PARENT_ENDS) + 1).strip())
                .toList();
        this.mentions = new Mentions(techniques, own);
    }

    List<TechniqueMatch> rank(Text text, int top) {
        float[] likeness = pages.examples(text.words());
        Map<Arm, double[]> arms = arms(text, likeness);
        int words = text.words().values().stream().mapToInt(Integer::intValue).sum();
        double[] fused = new double[techniques.size()];
        arms.forEach((arm, scores) -> {
            double weight = text.question().isPresent() ? arm.weightInQuestion() : arm.weight(words);
            for (int i = 0; i < fused.length; i++) {
                fused[i] += weight * scores[i];
            }
        });
        double[] named = mentions.bonus(text);
        for (int i = 0; i < fused.length; i++) {
            fused[i] += named[i];
        }
        double[] confidence = Calibration.confidence(fused, text.question().isPresent());
        var matches = new ArrayList<TechniqueMatch>();
        for (int place : order(fused, top)) {
            var ofArm = new EnumMap<Arm, Integer>(Arm.class);
            arms.forEach((arm, scores) -> ofArm.put(arm, rank(scores, place)));
            matches.add(new TechniqueMatch(
                    techniques.get(place),
                    names.get(place),
                    fused[place],
                    confidence[place],
                    new TechniqueWhy(
                            ofArm,
                            pages.words(techniques.get(place), text.words(), WORDS_SHOWN),
                            example(place, likeness),
                            named[place] > 0)));
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
            arms.put(Arm.PAGES, standard(ofPages(pages.byPages(text.words()))));
            arms.put(Arm.DESCRIPTION, standard(ofPages(pages.byDescription(text.vector()))));
        }
        if (text.question().isPresent() && !pages.isEmpty()) {
            arms.put(Arm.SECTIONS, standard(ofPages(pages.bySections(text.words()))));
            arms.put(Arm.WHOLE_PAGE, standard(ofPages(pages.byWholePage(text.words()))));
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

    /// A technique without a page scores as the worst of them.
    private double[] ofPages(double[] scores) {
        double worst = Double.MAX_VALUE;
        for (double score : scores) {
            worst = Math.min(worst, score);
        }
        double[] all = new double[techniques.size()];
        Arrays.fill(all, worst);
        for (int i = 0; i < scores.length; i++) {
            all[placeOf[i]] = scores[i];
        }
        return all;
    }

    /// Cubes favour the closest example over many that are half as close.
    private double[] byExamples(float[] likeness) {
        double[] sums = new double[techniques.size()];
        for (int i = 0; i < likeness.length; i++) {
            sums[place(i)] += (double) likeness[i] * likeness[i] * likeness[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.cbrt(sums[i] / Math.pow(Math.max(1, examples[i]), MANY));
        }
        return sums;
    }

    private int place(int example) {
        return placeOf[pages.techniqueOf(example)];
    }

    /// As deviations from the mean, so that arms compare.
    private static double[] standard(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        double mean = sum / Math.max(1, scores.length);
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
            if (likeness[i] > (best < 0 ? 0 : likeness[best]) && place(i) == technique) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(shown(pages.example(best)));
    }

    private static Example shown(Passage passage) {
        return new Example(passage.id(), passage.heading(), passage.text());
    }

    private String name(String id, TechniqueCatalog catalog) {
        String imported = pages.names().getOrDefault(id, "");
        return catalog.technique(id)
                .filter(known -> known.id().equals(id) || imported.isEmpty())
                .map(known -> known.name().en())
                .orElse(imported.isEmpty() ? id : imported);
    }
}
