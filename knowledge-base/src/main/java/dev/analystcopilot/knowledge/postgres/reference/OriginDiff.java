package dev.analystcopilot.knowledge.postgres.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What has to be written so that an origin holds exactly a list of things, told by their content hashes.
///
/// @param write new and changed things
/// @param removed ids that the origin holds no longer
record OriginDiff<T>(List<T> write, List<String> removed, Change change) {

    OriginDiff {
        write = List.copyOf(write);
        removed = List.copyOf(removed);
    }

    /// What is there already.
    ///
    /// @param version from 1, one more with each change
    record Stored(String hash, int version) {}

    /// Of what is new or has changed.
    static int nextVersion(Map<String, Stored> stored, String id) {
        Stored before = stored.get(id);
        return before == null ? 1 : before.version() + 1;
    }

    /// @param stored by id
    static <T> OriginDiff<T> of(Map<String, Stored> stored, List<T> things, Function<T, String> id) {
        var byId = new LinkedHashMap<String, T>();
        things.forEach(thing -> byId.put(id.apply(thing), thing));
        var write = new ArrayList<T>();
        int added = 0;
        for (var entry : byId.entrySet()) {
            Stored before = stored.get(entry.getKey());
            if (before == null) {
                added++;
                write.add(entry.getValue());
            } else if (!before.hash().equals(hash(entry.getValue()))) {
                write.add(entry.getValue());
            }
        }
        List<String> removed =
                stored.keySet().stream().filter(key -> !byId.containsKey(key)).toList();
        return new OriginDiff<>(
                write, removed, new Change(added, write.size() - added, byId.size() - write.size(), removed.size()));
    }

    /// Without the removals, if they are to be kept.
    OriginDiff<T> keeping(boolean removed) {
        return removed
                ? new OriginDiff<>(
                        write, List.of(), new Change(change.added(), change.changed(), change.unchanged(), 0))
                : this;
    }

    /// Of what a record holds: every change to it is a change to its text.
    static String hash(Object record) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(record.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
