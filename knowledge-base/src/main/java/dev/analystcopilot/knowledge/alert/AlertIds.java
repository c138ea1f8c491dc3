package dev.analystcopilot.knowledge.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/// Ids for records whose source gives none: a hash over (source, record without labels, how often that record came
/// before in the same input). Real exports repeat rows exactly; equal records of one input are separate alerts, while
/// the same input read again yields the same ids. One instance serves one input; memory grows with its distinct
/// records, by some 30 bytes each.
public final class AlertIds {
    private static final int BYTES = 16;

    private final OccurrenceCounts seen = new OccurrenceCounts();
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();

    /// @param canonicalRecord the record's content with label columns taken out, spelt the same for equal records
    public String next(String source, String canonicalRecord) {
        byte[] record = digest(source + '\u001f' + canonicalRecord);
        // Half of the id's bytes are enough here: should two different records share them, one merely counts as a
        // second occurrence, and its id is still its own.
        int occurrence = seen.count(ByteBuffer.wrap(record).getLong());
        if (occurrence == 1) {
            return hex(record);
        }
        return hex(digest(hex(record) + '\u001f' + occurrence));
    }

    private byte[] digest(String text) {
        return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
