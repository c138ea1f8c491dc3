package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What to ask next: for each question the case is judged again with either answer, and the one whose answer is
/// expected to tell most comes first. The worth of an answer is the entropy that it takes from the
/// probability of an attack (D. Lindley: *On a Measure of the Information Provided by an Experiment*,
/// 1956), its answers weighed so that on the whole they leave the probability where it is.
final class Questions {
    private static final int MOST = 4;
    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration AROUND = Duration.ofHours(24);
    private static final Duration AFTER = Duration.ofHours(2);

    private static final double AUTHORISED = -5;
    private static final double NOT_AUTHORISED = 0.7;
    private static final double CHANGE = -2.5;
    private static final double NO_CHANGE = 0.3;
    private static final double LEAST_EFFECT = 1.0;
    private static final double NO_EFFECT = -0.7;
    private static final double ELSEWHERE = 1.5;
    private static final double NOT_ELSEWHERE = -0.3;
    private static final double KNOWN_GOOD = -1.5;
    private static final double NOT_KNOWN = 0.8;
    private static final double LEAST_ROUTINE = -0.7;
    private static final double NO_ROUTINE = 0.2;
    private static final double KNOWN_BAD = 3;
    private static final double NOT_KNOWN_BAD = -0.2;

    private final Phrases phrases;
    private final DispositionModel model;

    Questions(Phrases phrases, DispositionModel model) {
        this.phrases = phrases;
        this.model = model;
    }

    /// The most useful first.
    ///
    /// @param now log-odds of an attack as things stand
    /// @param learnt the part of them that the model gave; 0 where it was not asked
    List<Question> of(Matter matter, double now, double learnt) {
        double[] again = model.logOdds(new float[][] {
            matter.rowWithEffects(matter.reached().effects().size() + 1),
            matter.rowWithEffects(0),
            matter.rowOfRoutine()
        });
        boolean open = matter.context().covered(matter.draft()) < 1;
        boolean effects = !matter.reached().effects().isEmpty();
        var host = new Entity.Host(matter.mainHost());
        String place = matter.strongest().burst().anchor().key();
        var questions = new ArrayList<Question>();
        if (open) {
            questions.add(question(
                    "authorised",
                    now,
                    now + AUTHORISED * (effects ? 0.5 : 1),
                    now + NOT_AUTHORISED,
                    search(matter, sources(matter, place), Duration.ZERO, Duration.ZERO, null),
                    host.value()));
            questions.add(question(
                    "change",
                    now,
                    now + CHANGE,
                    now + NO_CHANGE,
                    search(matter, List.of(place), AROUND, AFTER, null),
                    host.value()));
        }
        if (!effects) {
            questions.add(question(
                    "effect",
                    now,
                    now + Math.max(LEAST_EFFECT, DispositionRules.LEARNT * (again[0] - learnt)),
                    now + Math.min(NO_EFFECT, DispositionRules.LEARNT * (again[1] - learnt)),
                    search(matter, List.of(place), Duration.ZERO, AFTER, null),
                    host.value()));
        }
        questions.add(question(
                "repeat",
                now,
                now + Math.min(LEAST_ROUTINE, DispositionRules.LEARNT * (again[2] - learnt)),
                now + NO_ROUTINE,
                before(matter, place),
                matter.strongest().burst().sample().title(),
                host.value()));
        commonest(matter, entity -> entity instanceof Entity.User)
                .ifPresent(user -> questions.add(question(
                        "account",
                        now,
                        now + ELSEWHERE,
                        now + NOT_ELSEWHERE,
                        search(matter, List.of(user.key()), AROUND, AROUND, null),
                        user.value(),
                        host.value())));
        commonest(matter, entity -> entity instanceof Entity.Hash || entity instanceof Entity.File)
                .ifPresent(file -> questions.add(question(
                        "file",
                        now,
                        now + KNOWN_GOOD,
                        now + NOT_KNOWN,
                        search(matter, List.of(file.key()), BEFORE, AFTER, null),
                        file.value())));
        if (matter.context().indicators().isEmpty()) {
            commonest(matter, Questions::outside)
                    .ifPresent(entity -> questions.add(question(
                            "known-bad",
                            now,
                            now + KNOWN_BAD,
                            now + NOT_KNOWN_BAD,
                            search(matter, List.of(entity.key()), BEFORE, AFTER, null),
                            entity.value())));
        }
        return questions.stream()
                .sorted(Comparator.comparingDouble(Question::effect).reversed().thenComparing(Question::code))
                .limit(MOST)
                .toList();
    }

    private Question question(String code, double now, double yes, double no, AlertSearch search, Object... arguments) {
        double p = probability(now);
        double ifYes = probability(yes);
        double ifNo = probability(no);
        double share = ifYes == ifNo ? 0.5 : Math.clamp((p - ifNo) / (ifYes - ifNo), 0.02, 0.98);
        double gain =
                entropy(share * ifYes + (1 - share) * ifNo) - share * entropy(ifYes) - (1 - share) * entropy(ifNo);
        Bilingual text = phrases.of("ask." + code, arguments);
        return new Question(code, text, search, rounded(Math.clamp(gain, 0, 1)), rounded(ifYes), rounded(ifNo));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double entropy(double p) {
        return p <= 0 || p >= 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static AlertSearch search(
            Matter matter, List<String> keys, Duration before, Duration after, @Nullable String text) {
        return new AlertSearch(
                keys,
                matter.draft().first().minus(before),
                matter.draft().last().plus(after).plusSeconds(1),
                text);
    }

    /// The same words on the same machine, before the case.
    private static AlertSearch before(Matter matter, String place) {
        return new AlertSearch(
                List.of(place),
                matter.draft().first().minus(BEFORE),
                matter.draft().first(),
                matter.strongest().burst().sample().title());
    }

    /// The addresses that the case comes from, as far as they are not the machine's own.
    private static List<String> sources(Matter matter, String place) {
        return commonest(matter, entity -> entity instanceof Entity.Ip)
                .map(ip -> List.of(ip.key()))
                .orElseGet(() -> List.of(place));
    }

    private static boolean outside(Entity entity) {
        return entity instanceof Entity.Domain
                || entity instanceof Entity.Url
                || (entity instanceof Entity.Ip ip
                        && !ip.value()
                                .matches(
                                        "(?:10|127)\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*|f[cd].*|fe80.*|::1"));
    }

    private static Optional<Entity> commonest(Matter matter, Predicate<Entity> kind) {
        Map<String, Integer> counts = new TreeMap<>();
        matter.draft()
                .evidence()
                .forEach(e -> e.burst().entities().forEach((entity, n) -> {
                    if (kind.test(entity)) {
                        counts.merge(entity.key(), n, Integer::sum);
                    }
                }));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(entry -> Entity.ofKey(entry.getKey()));
    }
}
