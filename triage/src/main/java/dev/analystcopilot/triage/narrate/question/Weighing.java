package dev.analystcopilot.triage.narrate.question;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Weighs what words say against what a question resembles.
///
/// Words that were found count for more than half of all examples together, so that they give way only where the
/// examples are of one mind. What was only assumed from names counts nothing. Kinds that a question cannot be of, for
/// lack of something to compare, to look up or to show, are left out.
final class Weighing {
    private static final double SAID = 0.55;
    private static final double HINTED = 0.3;
    private static final double HALF = 0.5;
    /// Who looks at a case asks about it, mostly.
    private static final double BESIDE = 0.5;
    /// Below, nothing was understood.
    private static final double LEAST = 0.3;
    /// Where a case is open, little else is talked of.
    private static final double TALK_BESIDE_A_CASE = 0.6;

    private static final Pattern FIRED = Pattern.compile("\\btrigger|\\bfires?\\b|\\bfired\\b|\\bset off\\b|触发");
    private static final Pattern HOW_MANY = Pattern.compile(
            "\\bhow (?:many|often|much|frequent)|\\bnumber of\\b|\\bcounts?\\b|多少|几次|几条|几回|次数|数量|总数|总共|一共");
    private static final Pattern AND = Pattern.compile("\\band\\b|以及|并且|[，,;；]");

    private Weighing() {}

    static Intents.Read of(
            Intents.Read ruled, Intents.Naming naming, PlainText plain, Supplier<Map<Intent, Double>> likeness) {
        if (settled(ruled, plain)) {
            return ruled;
        }
        Map<Intent, Double> shares = new EnumMap<>(Intent.class);
        likeness.get().forEach((intent, share) -> {
            if (possible(intent, share, ruled, naming, plain)) {
                shares.put(intent, naming.onScreen() && isBeside(intent) ? share * BESIDE : share);
            }
        });
        double left = shares.values().stream().mapToDouble(share -> share).sum();
        if (left < LEAST) {
            return ruled;
        }
        shares.replaceAll((intent, share) -> share / left);
        if (!ruled.assumed()) {
            ruled.intents().forEach(intent -> shares.merge(intent, said(intent, naming), Double::sum));
        }
        Map.Entry<Intent, Double> best = best(shares);
        Optional<Intent> other = second(best.getKey(), shares, plain);
        if (!ruled.assumed() && ruled.intents().contains(best.getKey())) {
            return other.map(side -> ruled.and(side)).orElse(ruled);
        }
        if (best.getValue() < LEAST && !(best.getKey().isAboutCase() && sides(shares) > HALF)) {
            return new Intents.Read(ruled.intents(), true, true);
        }
        var read = new Intents.Read(meant(best.getKey(), naming), false);
        return other.map(read::and).orElse(read);
    }

    /// The largest share; where most votes are for sides of a case, the largest of these.
    private static Map.Entry<Intent, Double> best(Map<Intent, Double> shares) {
        boolean ofCase = sides(shares) > HALF;
        Map.Entry<Intent, Double> most =
                shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return most.getValue() > HALF || !ofCase
                ? most
                : shares.entrySet().stream()
                        .filter(share -> share.getKey().isAboutCase())
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow();
    }

    private static double sides(Map<Intent, Double> shares) {
        return shares.entrySet().stream()
                .filter(share -> share.getKey().isAboutCase())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static boolean isBeside(Intent intent) {
        return switch (intent) {
            case HANDOVER, LIST_CASES, KNOWLEDGE, GREETING, ABILITIES, OFF_TOPIC, EXPLAIN_TECHNIQUE -> true;
            case WHAT_HAPPENED,
                    DID_IT_SUCCEED,
                    WHO_AFFECTED,
                    WHY,
                    NEXT_STEPS,
                    MISSING,
                    COMPARE_CASES,
                    ENTITY,
                    COUNT,
                    HUNT,
                    SIMILAR,
                    ALERT,
                    MAP_TEXT,
                    UNCLEAR -> false;
        };
    }

    /// "List" lists alerts, too, and 几个 asks for more than counts.
    private static double said(Intent intent, Intents.Naming naming) {
        boolean ofAlerts = intent == Intent.LIST_CASES
                && naming.things() > 0
                && !naming.specifics().aboutCases();
        return ofAlerts ? 0 : intent == Intent.COUNT ? HINTED : SAID;
    }

    /// What words alone decide: greetings, counts and comparisons are said outright.
    private static boolean settled(Intents.Read ruled, PlainText plain) {
        if (ruled.intents().contains(Intent.UNCLEAR) || SmallTalk.namesOnly(plain)) {
            return true;
        }
        boolean outright = ruled.intents().contains(Intent.GREETING)
                || ruled.intents().contains(Intent.ABILITIES)
                || ruled.intents().contains(Intent.COMPARE_CASES)
                || ruled.intents().contains(Intent.ALERT)
                || ruled.intents().contains(Intent.MAP_TEXT)
                || (ruled.intents().contains(Intent.COUNT)
                        && HOW_MANY.matcher(plain.toString()).find());
        return outright && !ruled.assumed();
    }

    /// "What happened and what should I do?" asks for two sides.
    private static Optional<Intent> second(Intent best, Map<Intent, Double> shares, PlainText plain) {
        return best.isAboutCase() && AND.matcher(plain.toString()).find()
                ? shares.entrySet().stream()
                        .filter(share ->
                                share.getKey() != best && share.getKey().isAboutCase() && share.getValue() >= LEAST)
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                : Optional.empty();
    }

    private static Set<Intent> meant(Intent best, Intents.Naming naming) {
        return switch (best) {
            case WHAT_HAPPENED -> Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED);
            case EXPLAIN_TECHNIQUE -> Set.of(naming.technique() ? best : Intent.KNOWLEDGE);
            case HUNT -> Set.of(naming.specifics().grouping().isPresent() ? Intent.COUNT : best);
            case DID_IT_SUCCEED,
                    WHO_AFFECTED,
                    WHY,
                    NEXT_STEPS,
                    MISSING,
                    LIST_CASES,
                    COMPARE_CASES,
                    HANDOVER,
                    ENTITY,
                    COUNT,
                    SIMILAR,
                    ALERT,
                    MAP_TEXT,
                    KNOWLEDGE,
                    GREETING,
                    ABILITIES,
                    OFF_TOPIC,
                    UNCLEAR -> Set.of(best);
        };
    }

    private static boolean possible(
            Intent intent, double share, Intents.Read ruled, Intents.Naming naming, PlainText plain) {
        boolean named = naming.things() > 0 || naming.cases() > 0 || naming.technique();
        return switch (intent) {
            case COMPARE_CASES -> naming.subjects() >= 2 || SmallTalk.saysTwo(plain);
            case ALERT ->
                !naming.specifics().ids().isEmpty()
                        && FIRED.matcher(plain.toString()).find();
            case ENTITY -> naming.things() > 0;
            case HANDOVER, LIST_CASES -> !named;
            case GREETING, ABILITIES, OFF_TOPIC ->
                !named && ruled.assumed() && (!naming.onScreen() || share > TALK_BESIDE_A_CASE);
            case MAP_TEXT -> !naming.technique();
            case UNCLEAR -> false;
            case WHAT_HAPPENED, DID_IT_SUCCEED, WHO_AFFECTED ->
                ruled.assumed()
                        || !ruled.intents().equals(Set.of(Intent.KNOWLEDGE))
                        || naming.specific()
                        || naming.specifics().pointing();
            case WHY, NEXT_STEPS, MISSING, EXPLAIN_TECHNIQUE, COUNT, HUNT, SIMILAR, KNOWLEDGE -> true;
        };
    }
}
