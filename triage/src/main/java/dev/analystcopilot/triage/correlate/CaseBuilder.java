package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.feature.ObservedHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins bursts into cases. Bursts worth a look are linked when they share an entity within that kind of entity's
/// window, or when one rare fingerprint shows on several anchors at nearly the same moment. Entities that a large part
/// of the scope shares (a scanner, a DNS server, a service account) link nothing. Weaker bursts then join the strong
/// case they happened within. Near-linear: each burst looks at the last burst of each of its entities.
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
    /// A technique named this clearly keeps a case.
    private static final double CLEAR = 0.5;

    private static final Duration HOST_WINDOW = Duration.ofMinutes(45);
    private static final Duration ENTITY_WINDOW = Duration.ofHours(6);
    private static final Duration CAMPAIGN_WINDOW = Duration.ofMinutes(2);
    private static final float CAMPAIGN_RARITY = 0.6f;
    private static final Duration AFTERMATH = Duration.ofMinutes(30);

    private record Seen(Instant until, int index) {}

    private final List<Evidence> notable;
    private final List<Evidence> rest;
    private final Set<Entity> hubs;

    private CaseBuilder(List<Evidence> all) {
        this.notable = all.stream().filter(CaseBuilder::notable).toList();
        this.rest = all.stream().filter(e -> !notable(e)).toList();
        this.hubs = all.isEmpty() ? Set.of() : hubs(all);
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
                        .thenComparing(
                                draft -> draft.evidence().getFirst().burst().firstId()))
                .toList();
    }

    private static boolean worthALook(CaseDraft draft) {
        return draft.score() >= LEAST_SCORE
                || draft.evidence().stream()
                        .anyMatch(e ->
                                e.clarity() >= CLEAR || e.burst().severity().compareTo(Severity.MEDIUM) >= 0);
    }

    private static boolean notable(Evidence e) {
        double words = e.hint().map(hint -> hint.weight()).orElse(0.0);
        return e.rarity() >= NOTABLE_RARITY
                || e.weight() >= NOTABLE_WEIGHT
                || e.burst().severity().compareTo(Severity.HIGH) >= 0
                || (words >= TELLING && e.rarity() >= WEAK_RARITY);
    }

    /// Entities that are about all the time, or nearly everywhere: an administrator's account, a jump host's address, a
    /// system file. Active in more than the square root of the observed hours, or on more than a quarter of
    /// the anchors.
    /// Hosts are no hubs: what happens on one host within minutes belongs together also on a busy one.
    private static Set<Entity> hubs(List<Evidence> all) {
        Map<Entity, Set<Entity>> anchorsOf = new HashMap<>();
        Map<Entity, Set<Long>> hoursOf = new HashMap<>();
        Set<Entity> anchors = new HashSet<>();
        for (Evidence e : all) {
            anchors.add(e.burst().anchor());
            for (Entity entity : e.burst().entities().keySet()) {
                if (!(entity instanceof Entity.Host)) {
                    anchorsOf
                            .computeIfAbsent(entity, key -> new HashSet<>())
                            .add(e.burst().anchor());
                    hoursOf.computeIfAbsent(entity, key -> new HashSet<>())
                            .add(ObservedHours.hour(e.burst().first()));
                }
            }
        }
        double mostHours = Math.sqrt(
                ObservedHours.of(all.stream().map(Evidence::burst).toList()).count());
        int mostAnchors = Math.max(4, anchors.size() / 4);
        var hubs = new HashSet<Entity>();
        anchorsOf.forEach((entity, of) -> {
            if (of.size() > mostAnchors
                    || hoursOf.getOrDefault(entity, Set.of()).size() > mostHours) {
                hubs.add(entity);
            }
        });
        return hubs;
    }

    private List<CaseDraft> linked() {
        var groups = new DisjointSets(notable.size());
        Map<Entity, Seen> byEntity = new HashMap<>();
        Map<String, Seen> byFingerprint = new HashMap<>();
        for (int i = 0; i < notable.size(); i++) {
            Evidence e = notable.get(i);
            for (Entity entity : e.burst().entities().keySet()) {
                Optional<Duration> window = window(entity, e);
                if (window.isPresent()) {
                    link(groups, byEntity, entity, e, i, window.orElseThrow());
                }
            }
            if (e.rarity() >= CAMPAIGN_RARITY) {
                link(groups, byFingerprint, e.burst().fingerprint(), e, i, CAMPAIGN_WINDOW);
            }
        }
        Map<Integer, List<Evidence>> members = new HashMap<>();
        for (int i = 0; i < notable.size(); i++) {
            members.computeIfAbsent(groups.find(i), key -> new ArrayList<>()).add(notable.get(i));
        }
        return members.values().stream().map(CaseDraft::new).toList();
    }

    private static <K> void link(
            DisjointSets groups, Map<K, Seen> seen, K key, Evidence e, int index, Duration window) {
        Seen before = seen.get(key);
        Instant until = e.burst().last();
        if (before != null) {
            if (!e.burst().first().isAfter(before.until().plus(window))) {
                groups.join(before.index(), index);
            }
            until = until.isAfter(before.until()) ? until : before.until();
        }
        seen.put(key, new Seen(until, index));
    }

    /// How long an entity remembers: a host is busy, a file hash or an account under attack is not.
    private Optional<Duration> window(Entity entity, Evidence e) {
        if (hubs.contains(entity)) {
            return Optional.empty();
        }
        return switch (entity) {
            case Entity.Host ignored -> Optional.of(HOST_WINDOW);
            // A host's own address says what the host says.
            case Entity.Ip ignored ->
                Optional.of(e.burst().anchor() instanceof Entity.Host ? HOST_WINDOW : ENTITY_WINDOW);
            case Entity.User ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.Mailbox ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.Hash ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.File ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.Domain ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.Url ignored -> Optional.of(ENTITY_WINDOW);
            case Entity.Process ignored -> Optional.empty();
        };
    }

    private List<CaseDraft> withWeakEvidence(List<CaseDraft> drafts) {
        List<CaseDraft> strong = drafts.stream()
                .filter(draft -> draft.score() >= STRONG)
                .sorted(Comparator.comparingDouble(CaseDraft::score).reversed().thenComparing(CaseDraft::first))
                .toList();
        Map<CaseDraft, List<Evidence>> joined = new HashMap<>();
        for (Evidence e : rest) {
            if (e.rarity() < WEAK_RARITY) {
                continue;
            }
            strong.stream()
                    .filter(draft -> within(draft, e))
                    .findFirst()
                    .ifPresent(draft -> joined.computeIfAbsent(draft, key -> new ArrayList<>())
                            .add(e));
        }
        return drafts.stream()
                .map(draft -> {
                    List<Evidence> more = joined.getOrDefault(draft, List.of());
                    if (more.isEmpty()) {
                        return draft;
                    }
                    var all = new ArrayList<>(draft.evidence());
                    all.addAll(more);
                    return new CaseDraft(all);
                })
                .toList();
    }

    private static boolean within(CaseDraft draft, Evidence e) {
        Instant at = e.burst().first();
        return !at.isBefore(draft.first())
                && !at.isAfter(draft.last().plus(AFTERMATH))
                && draft.evidence().stream()
                        .anyMatch(member ->
                                member.burst().anchor().equals(e.burst().anchor()));
    }
}
