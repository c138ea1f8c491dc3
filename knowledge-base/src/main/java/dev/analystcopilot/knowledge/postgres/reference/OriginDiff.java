package dev.analystcopilot.knowledge.postgres.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jdbi.v3.core.statement.Query;

/// What has to be written so that an origin holds exactly a list of things, told by their content hashes.
///
/// @param write new and changed things
/// @param removed ids that the origin holds no longer
record OriginDiff<T>(List<T> write, List<String> removed, Change change) {
    private static final int HASH_LENGTH = 32;

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

    /// What is stored, by the column that names a row; the query yields it with `hash` and `version`.
    static Map<String, Stored> stored(Query query, String id) {
        return query
                .map((rows, context) ->
                        Map.entry(rows.getString(id), new Stored(rows.getString("hash"), rows.getInt("version"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Of what a record holds: every change to it is a change to its text.
    static String hash(Object record) {
        return DigestUtils.sha256Hex(record.toString()).substring(0, HASH_LENGTH);
    }
}
