package dev.analystcopilot.api.grounding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Answers given at the same time are often about the same things, and what is made for one of them is large: what is
/// made of the same is made once, for all of them. Keeps the latest; safe for use by several threads.
///
/// @param <V> never changes
public final class Shared<V> {
    private final int most;
    private final Map<Object, V> latest = new LinkedHashMap<>(16, 0.75f, true);

    /// @param most so many are kept
    public Shared(int most) {
        this.most = most;
    }

    /// @param of all that the value is made of; has to know when it equals another
    public V get(Object of, Supplier<V> made) {
        synchronized (latest) {
            V known = latest.get(of);
            if (known != null) {
                return known;
            }
        }
        V fresh = made.get();
        synchronized (latest) {
            V first = latest.putIfAbsent(of, fresh);
            if (latest.size() > most) {
                var oldest = latest.keySet().iterator();
                var _ = oldest.next();
                oldest.remove();
            }
            return first == null ? fresh : first;
        }
    }
}
