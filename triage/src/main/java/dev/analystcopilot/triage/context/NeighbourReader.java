package dev.analystcopilot.triage.context;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.JudgedStore;
import dev.analystcopilot.knowledge.postgres.JudgedStore.Judged;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.correlate.CaseDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What people judged about alerts like those of each case: of the same fingerprint, or of one that means
/// nearly the same. It counts what happened before the case, outside it, and was neither taken back nor
/// over by then. Two statements for all cases, and the vectors of what was judged.
final class NeighbourReader {
    /// Of verdicts on other fingerprints, only so many of the latest are compared by meaning.
    private static final int COMPARED = 1_000;
    /// Two texts of bge-small from here on are variants of one message.
    private static final double ALIKE = 0.93;

    private final Database database;
    private final Scope scope;
    private final List<String> models;

    /// @param models of the vectors to compare by; none: only equal fingerprints are alike
    NeighbourReader(Database database, Scope scope, List<String> models) {
        this.database = database;
        this.scope = scope;
        this.models = List.copyOf(models);
    }

    private record Alike(String fingerprint, double cosine) {}

    List<List<NeighbourVerdict>> of(List<CaseDraft> drafts) {
        var store = new JudgedStore(database);
        List<Judged> latest = store.latest(scope, COMPARED);
        if (latest.isEmpty()) {
            return Collections.nCopies(drafts.size(), List.of());
        }
        var fingerprints = new LinkedHashSet<String>();
        drafts.forEach(draft ->
                draft.evidence().forEach(e -> fingerprints.add(e.burst().fingerprint())));
        Map<String, List<Judged>> byPrint = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Judged judged : store.of(scope, fingerprints)) {
            known.add(judged.verdict().id() + " " + judged.fingerprint());
            byPrint.computeIfAbsent(judged.fingerprint(), key -> new ArrayList<>())
                    .add(judged);
        }
        for (Judged judged : latest) {
            if (known.add(judged.verdict().id() + " " + judged.fingerprint())) {
                byPrint.computeIfAbsent(judged.fingerprint(), key -> new ArrayList<>())
                        .add(judged);
            }
        }
        Map<String, List<Alike>> alike = alike(fingerprints, byPrint.keySet());
        return drafts.stream().map(draft -> neighbours(draft, byPrint, alike)).toList();
    }

    /// Which judged fingerprints each fingerprint is like.
    private Map<String, List<Alike>> alike(Set<String> fingerprints, Set<String> judged) {
        Map<String, List<Alike>> alike = new HashMap<>();
        fingerprints.stream()
                .filter(judged::contains)
                .forEach(print ->
                        alike.computeIfAbsent(print, key -> new ArrayList<>()).add(new Alike(print, 1)));
        for (String model : models) {
            Map<String, Vector> there = database.fingerprints().vectors(scope, model, judged);
            if (there.isEmpty()) {
                continue;
            }
            List<Map.Entry<String, Vector>> others =
                    there.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
            database.fingerprints().vectors(scope, model, fingerprints).forEach((print, vector) -> {
                for (Map.Entry<String, Vector> other : others) {
                    double cosine = other.getKey().equals(print) ? 0 : vector.cosine(other.getValue());
                    if (cosine >= ALIKE) {
                        alike.computeIfAbsent(print, key -> new ArrayList<>())
                                .add(new Alike(other.getKey(), Math.min(1, cosine)));
                    }
                }
            });
        }
        return alike;
    }

    private static List<NeighbourVerdict> neighbours(
            CaseDraft draft, Map<String, List<Judged>> byPrint, Map<String, List<Alike>> alike) {
        var ids = new HashSet<String>();
        var keys = new HashSet<String>();
        var prints = new LinkedHashSet<String>();
        draft.evidence().forEach(e -> {
            ids.addAll(e.burst().alertIds());
            e.burst().entities().keySet().forEach(entity -> keys.add(entity.key()));
            prints.add(e.burst().fingerprint());
        });
        var found = new ArrayList<NeighbourVerdict>();
        for (String print : prints) {
            for (Alike like : alike.getOrDefault(print, List.of())) {
                for (Judged judged : byPrint.getOrDefault(like.fingerprint(), List.of())) {
                    if (counts(judged, draft, ids, keys)) {
                        found.add(neighbour(judged, print, like.cosine()));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble((NeighbourVerdict each) -> -each.likeness())
                .thenComparing(NeighbourVerdict::happened, Comparator.reverseOrder())
                .thenComparing(NeighbourVerdict::id)
                .thenComparing(NeighbourVerdict::like));
        return found;
    }

    private static boolean counts(Judged judged, CaseDraft draft, Set<String> ids, Set<String> keys) {
        HumanVerdict verdict = judged.verdict();
        boolean within = verdict.subject() == Subject.ALERT && ids.contains(verdict.subjectId());
        return !within
                && judged.happened().isBefore(draft.first())
                && verdict.activeAt(draft.last())
                && verdict.entityKey().map(keys::contains).orElse(true);
    }

    private static NeighbourVerdict neighbour(Judged judged, String print, double likeness) {
        HumanVerdict verdict = judged.verdict();
        return new NeighbourVerdict(
                verdict.id(),
                verdict.subject(),
                verdict.verdict(),
                judged.fingerprint(),
                print,
                likeness,
                verdict.subject() == Subject.ALERT ? Optional.of(verdict.subjectId()) : Optional.empty(),
                judged.severity(),
                judged.entityKeys(),
                judged.happened(),
                verdict.by(),
                verdict.reason());
    }
}
