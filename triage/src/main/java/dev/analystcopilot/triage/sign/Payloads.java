package dev.analystcopilot.triage.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Text that is hidden in other text: base64 (of UTF-16 as PowerShell wants it, of UTF-8, of gzip), and numbers that
/// stand for characters. Bounded in depth, number and size, as anyone may have written the text.
final class Payloads {
    private static final int LEAST = 24;
    private static final int MOST_RUNS = 6;
    private static final int MOST_DEPTH = 3;
    private static final int MOST_BYTES = 48_000;
    private static final int LEAST_CODES = 6;
    private static final double READABLE = 0.9;

    private Payloads() {}

    /// What is hidden in the text, and what is hidden in that; empty if nothing is.
    static List<String> in(String text) {
        var found = new ArrayList<String>();
        search(text, 1, found);
        return found;
    }

    private static void search(String text, int depth, List<String> found) {
        for (String payload : base64(text)) {
            if (found.size() >= MOST_RUNS) {
                return;
            }
            found.add(payload);
            if (depth < MOST_DEPTH) {
                search(payload, depth + 1, found);
            }
        }
        String codes = characterCodes(text);
        if (!codes.isEmpty() && found.size() < MOST_RUNS) {
            found.add(codes);
        }
    }

    private static List<String> base64(String text) {
        var payloads = new ArrayList<String>(0);
        int runs = 0;
        int from = 0;
        for (int i = 0; i <= text.length() && runs < 4 * MOST_RUNS; i++) {
            if (i < text.length() && isBase64(text.charAt(i))) {
                continue;
            }
            if (i - from >= LEAST) {
                runs++;
                String payload = decoded(text.substring(from, Math.min(i, from + MOST_BYTES)));
                if (!payload.isEmpty()) {
                    payloads.add(payload);
                }
            }
            from = i + 1;
        }
        return payloads;
    }

    /// The most characters in a row that could be base64.
    static int longestRun(String text) {
        int longest = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isBase64(text.charAt(i))) {
                longest = Math.max(longest, i - from);
                from = i + 1;
            }
        }
        return longest;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static String decoded(String run) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(run.substring(0, run.length() / 4 * 4));
        } catch (IllegalArgumentException e) {
            return "";
        }
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            return readable(new String(unzipped(bytes), StandardCharsets.UTF_8));
        }
        return readable(new String(bytes, isWide(bytes) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
    }

    private static boolean isWide(byte[] bytes) {
        int zeros = 0;
        for (int i = 1; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros > bytes.length / 4;
    }

    private static byte[] unzipped(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            // Cut off or not gzip after all: then it hides nothing that could be read.
            return new byte[0];
        }
    }

    /// The text, or nothing where it is no text: paths and hashes look like base64, too.
    private static String readable(String text) {
        int plain = 0;
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain += (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' ? 1 : 0;
            blanks += c == ' ' || c == '(' || c == '.' || c == '/' || c == '=' ? 1 : 0;
        }
        return text.length() >= 12 && plain >= READABLE * text.length() && blanks > 0 ? text : "";
    }

    /// `[char]105+[char]101…`, `0x69,0x65…` and lists of decimal numbers, where there are several in a row.
    private static String characterCodes(String text) {
        if (text.indexOf("har]") < 0 && text.indexOf("har[]]") < 0) {
            return "";
        }
        var codes = new StringBuilder();
        int number = -1;
        for (int i = 0; i <= text.length() && codes.length() < MOST_BYTES; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                number = Math.min(70_000, Math.max(0, number) * 10 + (c - '0'));
            } else {
                if (number >= ' ' && number < 0x7F) {
                    codes.append((char) number);
                }
                number = -1;
            }
        }
        return codes.length() >= LEAST_CODES ? codes.toString() : "";
    }
}
