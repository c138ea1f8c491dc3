package dev.analystcopilot.triage.job;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.AlertVerdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/// One hash for all verdicts of a run: SHA-256 over (id, disposition, sorted ids of its case), sorted by id. No line
/// numbers and no times, so the same alerts in any order give the same hash. The ids of a case go in as their own
/// SHA-256, so that a case of 400,000 alerts is not written 400,000 times.
public final class VerdictHash {
    private VerdictHash() {}

    /// @param all every verdict of the run, by alert id: who else is in a case
    /// @param ids the alerts to hash
    public static String of(Map<String, AlertVerdict> all, Collection<String> ids) {
        Map<String, List<String>> members = new TreeMap<>();
        new TreeMap<>(all)
                .forEach((id, verdict) -> verdict.caseId()
                        .ifPresent(caseId -> members.computeIfAbsent(caseId, key -> new ArrayList<>())
                                .add(id)));
        Map<String, String> caseHashes = new TreeMap<>();
        members.forEach((caseId, inCase) -> {
            MessageDigest digest = DigestUtils.getSha256Digest();
            inCase.forEach(id -> add(digest, id));
            caseHashes.put(caseId, hex(digest));
        });
        MessageDigest hash = DigestUtils.getSha256Digest();
        for (String id : new TreeSet<>(ids)) {
            AlertVerdict verdict = requireNonNull(all.get(id), id);
            add(hash, id);
            add(hash, verdict.disposition().wireName());
            add(hash, verdict.caseId().map(caseHashes::get).orElse("-"));
        }
        return hex(hash);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
