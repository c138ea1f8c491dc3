package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.sign.Leaning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes cases of bursts. Those worth a look are grouped by what ties them ([Kernels]); things that a large part of
/// the scope shares (a scanner, a DNS server, a service account) tie nothing. Weaker bursts then join the strong case
/// they happened within.
public final class CaseBuilder {
    /// Rarity from which a burst is worth a look by itself.
    static final float NOTABLE_RARITY = 0.5f;
    /// Weight from which a burst is worth a look, however common it is.
    static final double NOTABLE_WEIGHT = 0.5;
    /// Rarity from which a burst may join a strong case it happened within.
    static final float WEAK_RARITY = 0.35f;
    /// Score from which a case draws weaker bursts in.
    static final double STRONG = 0.5;

    /// Words that tell of an attack by themselves make a burst worth a look also where they are less rare.
    private static final double TELLING = 0.8;
    /// Below this score a case without a clear technique or a serious alert is one of every day's oddities.
    private static final double LEAST_SCORE = 0.03;
    /// Where the source grades its alerts, and calls these low, they need more.
    private static final double LEAST_GRADED_SCORE = 0.1;
    /// A technique named this clearly keeps a case.
    private static final double CLEAR = 0.5;

    private static final Duration AFTERMATH = Duration.ofMinutes(30);

    private final List<Evidence> notable;
    private final List<Evidence> rest;
    private final Hubs hubs;

    private CaseBuilder(List<Evidence> all) {
        this.notable = all.stream().filter(CaseBuilder::notable).toList();
        this.rest = all.stream().filter(e -> !notable(e)).toList();
        this.hubs = Hubs.of(all);
    }

    /// @param all every burst of the scope, in order of time
    /// @return cases by falling score, then by time
    public static List<CaseDraft> cases(List<Evidence> all) {
        var builder = new CaseBuilder(all);
        return builder.withWeakEvidence(builder.linked()).stream()
                .flatMap(CaseCore::of)
                .filter(CaseBuilder::worthALook)
                .sorted(Comparator.comparingDouble(CaseDraft::score)
                        .reversed()
                        .thenComparing(CaseDraft::first)
                        .thenComparing(CaseBuilder::firstId))
                .toList();
    }

    private static boolean worthALook(CaseDraft draft) {
        boolean graded = draft.evidence().stream().allMatch(Evidence::graded);
        return draft.score() >= (graded ? LEAST_GRADED_SCORE : LEAST_SCORE)
                || draft.evidence().stream()
                        .anyMatch(e -> e.clarity() >= CLEAR
                                || e.burst().severity().compareTo(Severity.MEDIUM) >= 0
                                || e.leaning() == Leaning.THREATENING);
    }

    private static boolean notable(Evidence e) {
        boolean severe = e.burst().severity().compareTo(Severity.HIGH) >= 0;
        return switch (e.leaning()) {
            case THREATENING -> true;
            case EVERYDAY -> severe;
            case NEUTRAL ->
                severe
                        || e.rarity() >= NOTABLE_RARITY
                        || e.weight() >= NOTABLE_WEIGHT
                        || (e.rarity() >= WEAK_RARITY && tells(e));
        };
    }

    private static boolean tells(Evidence e) {
        return e.hint().map(hint -> hint.weight()).orElse(0.0) >= TELLING
                || e.burst().severity().compareTo(Severity.MEDIUM) >= 0;
    }

    private List<CaseDraft> linked() {
        // What its body shows to be everyday work is part of nothing, however severe its source calls it.
        List<Evidence> tied =
                notable.stream().filter(e -> e.leaning() != Leaning.EVERYDAY).toList();
        var ties = new Ties(tied, new LinkKeys(EverydayNames.load(), hubs));
        DisjointSets groups = Kernels.group(tied, ties);
        Map<Integer, List<Evidence>> members = new TreeMap<>();
        for (int i = 0; i < tied.size(); i++) {
            members.computeIfAbsent(groups.find(i), key -> new ArrayList<>()).add(tied.get(i));
        }
        return Stream.concat(
                        members.values().stream().map(CaseDraft::new),
                        notable.stream()
                                .filter(e -> e.leaning() == Leaning.EVERYDAY)
                                .map(e -> new CaseDraft(List.of(e))))
                .toList();
    }

    private List<CaseDraft> withWeakEvidence(List<CaseDraft> drafts) {
        Map<Entity, List<CaseDraft>> strongOn = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.score() >= STRONG)
                .sorted(Comparator.comparingDouble(CaseDraft::score)
                        .reversed()
                        .thenComparing(CaseDraft::first)
                        .thenComparing(CaseBuilder::firstId))
                .forEach(draft -> draft.evidence().stream()
                        .map(e -> e.burst().anchor())
                        .distinct()
                        .forEach(anchor -> strongOn.computeIfAbsent(anchor, key -> new ArrayList<>())
                                .add(draft)));
        Map<String, List<Evidence>> joined = new HashMap<>();
        for (Evidence e : rest) {
            if (e.rarity() >= WEAK_RARITY && e.leaning() != Leaning.EVERYDAY) {
                strongOn.getOrDefault(e.burst().anchor(), List.of()).stream()
                        .filter(draft -> during(draft, e.burst().first()))
                        .findFirst()
                        .ifPresent(draft -> joined.computeIfAbsent(firstId(draft), key -> new ArrayList<>())
                                .add(e));
            }
        }
        return drafts.stream()
                .map(draft -> with(draft, joined.getOrDefault(firstId(draft), List.of())))
                .toList();
    }

    private static CaseDraft with(CaseDraft draft, List<Evidence> more) {
        if (more.isEmpty()) {
            return draft;
        }
        var all = new ArrayList<>(draft.evidence());
        all.addAll(more);
        return new CaseDraft(all);
    }

    private static boolean during(CaseDraft draft, Instant at) {
        return !at.isBefore(draft.first()) && !at.isAfter(draft.last().plus(AFTERMATH));
    }

    private static String firstId(CaseDraft draft) {
        return draft.evidence().getFirst().burst().firstId();
    }
}
