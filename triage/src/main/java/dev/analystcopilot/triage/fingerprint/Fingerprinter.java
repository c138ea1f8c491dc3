package dev.analystcopilot.triage.fingerprint;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/// Takes the changing parts out of an alert: addresses, hashes, ids, numbers and the variable parts of paths. What is
/// left names what fired and which programs took part, so that "login failed for bob from 192.0.2.7" and "login failed
/// for eve from 192.0.2.9" of one rule are one fingerprint, embedded once. Not thread-safe.
public final class Fingerprinter {
    private static final int MAX_TEXT = 400;
    private static final int CACHE = 20_000;

    private record Mask(Pattern pattern, String replacement) {}

    /// In this order: the more specific shapes first.
    private static final List<Mask> MASKS = List.of(
            new Mask(Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,15}://[^\\s\"'<>]+"), "<url>"),
            new Mask(Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"), "<id>"),
            new Mask(Pattern.compile("(?i)\\b[\\w.+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+\\b"), "<mailbox>"),
            new Mask(Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b"), "<ip>"),
            new Mask(Pattern.compile("(?i)(?<![\\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}(?![\\w:])"), "<ip>"),
            new Mask(Pattern.compile("(?i)\\b(?=[0-9a-f]*\\d)[0-9a-f]{16,128}\\b"), "<hash>"),
            new Mask(Pattern.compile("(?i)\\b[a-z]:\\\\(?:[^\\\\\\s\"']+\\\\)*"), "<dir>\\\\"),
            new Mask(Pattern.compile("(?<![\\w<])/(?:[\\w.@%+-]+/)+"), "<dir>/"),
            new Mask(Pattern.compile("(?<![\\p{L}\\d])[+-]?\\d+(?:[.,:]\\d+)*(?![\\p{L}\\d])"), "<n>"));

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private final Map<String, Fingerprint> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fingerprint> eldest) {
            return size() > CACHE;
        }
    };

    public Fingerprint of(Alert alert) {
        var parts = new ArrayList<String>();
        parts.add(alert.title());
        if (!alert.rule().equals(alert.title())) {
            parts.add(alert.rule());
        }
        for (Entity entity : alert.entities()) {
            if (entity instanceof Entity.Process process) {
                parts.add(imageName(process.value()));
            }
        }
        // Most alerts repeat the raw parts of an earlier one exactly: the regular expressions run once for those.
        return recent.computeIfAbsent(alert.source() + '\u001f' + String.join("\u001f", parts), key -> {
            String text = alert.source() + ": "
                    + mask(String.join(" | ", parts.stream().distinct().toList()));
            return new Fingerprint(hash(text), text);
        });
    }

    /// `"C:\Windows\cmd.exe" /c x` and `/usr/bin/cmd.exe -v` both give `cmd.exe`.
    static String imageName(String commandLine) {
        String image = commandLine.startsWith("\"") && commandLine.indexOf('"', 1) > 0
                ? commandLine.substring(1, commandLine.indexOf('"', 1))
                : commandLine.split("\\s", 2)[0];
        return image.substring(Math.max(image.lastIndexOf('/'), image.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    static String mask(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
        }
        masked = masked.replaceAll("\\s+", " ").strip();
        return masked.length() <= MAX_TEXT ? masked : masked.substring(0, MAX_TEXT);
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
