package dev.analystcopilot.triage.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A growing list of alert ids in few bytes: 17 for the 32 hexadecimal digits of [AlertIds] or for a UUID, instead of
/// the 90 of a string and its reference. A flood of a million alerts is one burst, and its ids are all that it keeps
/// per alert.
///
/// [AlertIds]: dev.analystcopilot.knowledge.alert.AlertIds
final class PackedIds {
    private static final byte HEX = 0;
    private static final byte UUID = 1;
    private static final byte TEXT = 2;

    private static final int HEX_BYTES = 16;
    private static final int FIRST_CAPACITY = 24;
    private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern UUID_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int[] UUID_PARTS = {8, 12, 16, 20};

    private static final byte[] NONE = new byte[0];

    private byte[] bytes = NONE;
    private int used;
    private int count;

    void add(String id) {
        if (HEX_ID.matcher(id).matches()) {
            append(HEX, HexFormat.of().parseHex(id));
        } else if (UUID_ID.matcher(id).matches()) {
            append(UUID, HexFormat.of().parseHex(id.replace("-", "")));
        } else {
            byte[] text = id.getBytes(StandardCharsets.UTF_8);
            append(
                    TEXT,
                    ByteBuffer.allocate(Integer.BYTES + text.length)
                            .putInt(text.length)
                            .put(text)
                            .array());
        }
        count++;
    }

    int size() {
        return count;
    }

    /// In the order of adding; made anew for each caller.
    List<String> unpacked() {
        var ids = new ArrayList<String>(count);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, used);
        while (buffer.hasRemaining()) {
            ids.add(next(buffer));
        }
        return ids;
    }

    private static String next(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case HEX -> hex(buffer);
            case UUID -> {
                var id = new StringBuilder(hex(buffer));
                for (int i = UUID_PARTS.length - 1; i >= 0; i--) {
                    id.insert(UUID_PARTS[i], '-');
                }
                yield id.toString();
            }
            default -> {
                var text = new byte[buffer.getInt()];
                buffer.get(text);
                yield new String(text, StandardCharsets.UTF_8);
            }
        };
    }

    private static String hex(ByteBuffer buffer) {
        var digits = new byte[HEX_BYTES];
        buffer.get(digits);
        return HexFormat.of().formatHex(digits);
    }

    private void append(byte kind, byte[] content) {
        int needed = used + 1 + content.length;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(FIRST_CAPACITY, needed), bytes.length + bytes.length / 2));
        }
        bytes[used] = kind;
        System.arraycopy(content, 0, bytes, used + 1, content.length);
        used = needed;
    }
}
