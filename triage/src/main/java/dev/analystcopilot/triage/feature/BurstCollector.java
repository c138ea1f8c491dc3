package dev.analystcopilot.triage.feature;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.sign.Leaning;
import dev.analystcopilot.triage.sign.SignScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers alerts into bursts. Alerts must come in order of (time, id), which makes the bursts independent of the order
/// of the input. Memory: one reference per alert, one object per burst.
public final class BurstCollector implements Consumer<StoredAlert> {
    /// A pause longer than this ends a burst.
    static final Duration GAP = Duration.ofMinutes(5);

    /// @param leaning of the body: an alert that shows an attack is not hidden among alike ones that show none
    private record Key(String fingerprint, Entity anchor, Leaning leaning) {}

    private final Samples samples = new Samples();
    private final Map<Key, Burst> open = new HashMap<>();
    private final List<Burst> bursts = new ArrayList<>();

    @Override
    public void accept(StoredAlert alert) {
        Entity anchor = anchorOf(alert);
        var key = new Key(alert.fingerprint(), anchor, leaning(alert));
        Burst current = open.get(key);
        if (current == null || endedBefore(current, alert) || alert.severity().compareTo(current.severity()) > 0) {
            Burst next = new Burst(samples.of(alert), samples.one(anchor));
            bursts.add(next);
            open.put(new Key(next.fingerprint(), next.anchor(), key.leaning()), next);
        } else {
            current.add(alert);
        }
    }

    private static Leaning leaning(StoredAlert alert) {
        return alert.signs().isEmpty() ? Leaning.NEUTRAL : SignScore.of(alert).leaning();
    }

    private static boolean endedBefore(Burst burst, StoredAlert alert) {
        return Duration.between(burst.last(), alert.time()).compareTo(GAP) > 0;
    }

    /// In order of their first alert.
    public List<Burst> bursts() {
        return List.copyOf(bursts);
    }

    /// The host it happened on, else the account, mailbox or address, else the source itself.
    static Entity anchorOf(StoredAlert alert) {
        for (String type : List.of("host", "user", "mailbox", "ip")) {
            for (Entity entity : alert.entities()) {
                if (entity.type().equals(type)) {
                    return entity;
                }
            }
        }
        return new Entity.Host(alert.source());
    }
}
