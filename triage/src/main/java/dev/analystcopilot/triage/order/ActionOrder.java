package dev.analystcopilot.triage.order;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.order.Stages.Place;
import dev.analystcopilot.triage.order.Things.Kind;
import dev.analystcopilot.triage.order.Things.Mention;
import dev.analystcopilot.triage.order.Things.Role;
import dev.analystcopilot.triage.order.Things.Told;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Puts the actions of an attack into the order in which they were most likely taken. The same actions in any order
/// give the same answer. Three things decide: where a technique or tactic usually lies in an attack, what the words
/// say about it, and what actions have to do with each other: those that name the same things lie near each other,
/// and a thing is made before it is used, and used before it is removed. Nothing here is learnt from ordered attacks.
/// Thread-safe.
public final class ActionOrder {
    /// Beyond this many actions only stage and words count: the relations between all pairs would take too long.
    private static final int RELATED = 600;

    private static final double MIDDLE = 50;
    private static final double UNKNOWN_PULL = 0.2;
    private static final double TECHNIQUE = 2;
    private static final double TACTIC_ALONE = 0.6;
    private static final double WORDS = 0.7;
    private static final double FULL_PULL = 3;
    private static final double MAX_PULL = 4;
    private static final double NEAR = 2;
    private static final double NAME = 2;
    private static final double ALIKE = 3.2;
    private static final double SHORT = 3;
    private static final double STEP = 3;
    private static final double NOUN_LIFE = 1.5;
    private static final double NAME_LIFE = 0.4;
    private static final double FILE_LIFE = 2;
    private static final double END_OF_LIFE = 3;

    private final Stages stages;
    private final Cues cues;
    private final Things things;
    private final Optional<Meaning> meaning;

    private ActionOrder(Stages stages, Cues cues, Things things, Optional<Meaning> meaning) {
        this.stages = stages;
        this.cues = cues;
        this.things = things;
        this.meaning = meaning;
    }

    /// Reads the shipped tables; some milliseconds. What actions have to do with each other is then told by the words
    /// that they share.
    public static ActionOrder load() {
        return load(Optional.empty());
    }

    /// Actions that mean similar things lie near each other, too: some milliseconds more an action.
    ///
    /// @param embedders stay the caller's
    public static ActionOrder load(Embedders embedders) {
        return load(Optional.of(new Meaning(embedders)));
    }

    private static ActionOrder load(Optional<Meaning> meaning) {
        return new ActionOrder(Stages.load(TechniqueCatalog.load()), Cues.load(), Things.load(), meaning);
    }

    private record Ranked(Action action, double place) {}

    private record Anchor(double place, double pull) {}

    /// The actions, first to last.
    ///
    /// @throws IllegalArgumentException if two actions share an id
    public List<Action> order(List<Action> shuffled) {
        List<Action> actions =
                shuffled.stream().sorted(Comparator.comparing(Action::id)).toList();
        if (actions.stream().map(Action::id).distinct().count() < actions.size()) {
            throw new IllegalArgumentException("two actions share an id");
        }
        double[] places = places(actions);
        return IntStream.range(0, actions.size())
                .mapToObj(i -> new Ranked(actions.get(i), Math.round(places[i] * 1e6) / 1e6))
                .sorted(Comparator.comparingDouble(Ranked::place)
                        .thenComparing(ranked -> ranked.action().id()))
                .map(Ranked::action)
                .toList();
    }

    /// Where in the course of an attack an action usually lies: 0 (before it) to 100 (its end).
    public double stage(Optional<String> tactic, Optional<String> technique) {
        return stages.of(tactic, technique).map(Place::stage).orElse(MIDDLE);
    }

    private double[] places(List<Action> actions) {
        List<Anchor> anchors = actions.stream().map(this::anchor).toList();
        if (actions.size() > RELATED) {
            return anchors.stream().mapToDouble(Anchor::place).toArray();
        }
        var placement = new Placement(actions.size());
        for (int i = 0; i < actions.size(); i++) {
            placement.anchor(i, anchors.get(i).place(), anchors.get(i).pull());
        }
        relate(actions, placement);
        return placement.rest(STEP);
    }

    /// The mean of what technique, tactic and words say; the more they say, the stronger it holds.
    private Anchor anchor(Action action) {
        Optional<Place> byName =
                action.technique().isPresent() ? Optional.empty() : stages.ofName(action.name(), action.tactic());
        Optional<Place> usual = byName.or(() -> stages.of(action.tactic(), action.technique()));
        boolean vague = action.technique().isEmpty() && byName.isEmpty();
        String text = vague ? action.description() + " . " + action.name() : action.description();
        double weight = 0;
        double sum = 0;
        for (Cues.Cue cue : cues.in(text)) {
            weight += WORDS * cue.weight();
            sum += WORDS * cue.weight() * cue.stage();
        }
        if (usual.isPresent()) {
            Place place = usual.orElseThrow();
            double counts = TECHNIQUE * place.certainty() * (vague ? TACTIC_ALONE : 1);
            weight += counts;
            sum += counts * place.stage();
        }
        return weight == 0
                ? new Anchor(MIDDLE, UNKNOWN_PULL)
                : new Anchor(sum / weight, Math.min(weight, MAX_PULL) / FULL_PULL);
    }

    private void relate(List<Action> actions, Placement placement) {
        List<Told> told =
                actions.stream().map(action -> things.of(action.description())).toList();
        Map<String, Double> rarity = rarity(told);
        List<Vector> vectors = meaning.map(m -> m.of(actions)).orElse(List.of());
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                Told a = told.get(i);
                Told b = told.get(j);
                double near = near(a, b, rarity);
                if (!vectors.isEmpty()) {
                    near += ALIKE * Meaning.alike(vectors.get(i), vectors.get(j)) / actions.size();
                }
                if (near > 0) {
                    placement.near(i, j, near);
                }
                double life = life(a, b);
                if (life > 0) {
                    placement.before(i, j, life);
                } else if (life < 0) {
                    placement.before(j, i, -life);
                }
            }
        }
    }

    /// A word of all actions says nothing, a word of two says much; 0 to 1.
    private static Map<String, Double> rarity(List<Told> told) {
        Map<String, Integer> counts = new HashMap<>();
        told.forEach(t -> t.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
        double all = told.size() + 1.0;
        Map<String, Double> rarity = new HashMap<>();
        counts.forEach((word, n) -> {
            if (n > 1) {
                rarity.put(word, Math.log(all / n) / Math.log(all));
            }
        });
        return rarity;
    }

    private static Set<String> shared(Set<String> a, Set<String> b) {
        var shared = new TreeSet<>(a);
        shared.retainAll(b);
        return shared;
    }

    private static double near(Told a, Told b, Map<String, Double> rarity) {
        double sum = 0;
        for (String word : shared(a.words(), b.words())) {
            boolean name = a.names().contains(word) || b.names().contains(word);
            sum += rarity.getOrDefault(word, 0.0) * (name ? NAME : 1);
        }
        return NEAR * sum / Math.sqrt((a.words().size() + SHORT) * (b.words().size() + SHORT));
    }

    /// Positive if `a` makes what `b` uses, or uses what `b` removes.
    private static double life(Told a, Told b) {
        double sum = 0;
        for (String thing : shared(a.mentions().keySet(), b.mentions().keySet())) {
            Mention first = Objects.requireNonNull(a.mentions().get(thing));
            Mention second = Objects.requireNonNull(b.mentions().get(thing));
            int order = Integer.signum(second.role().compareTo(first.role()));
            boolean end = first.role() == Role.GONE || second.role() == Role.GONE;
            Kind kind = first.kind().compareTo(second.kind()) > 0 ? first.kind() : second.kind();
            double strength = switch (kind) {
                case NOUN -> NOUN_LIFE;
                case NAME -> NAME_LIFE;
                case FILE -> FILE_LIFE;
            };
            sum += order * strength * (end ? END_OF_LIFE : 1);
        }
        return sum;
    }
}
