package dev.analystcopilot.knowledge.planted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in another encoding, as it reads when decoded: base64, base32, hexadecimal, binary, decimal codes, percent and
/// other escapes, HTML entities, rot13, written backwards. Only what decodes to printable text counts.
final class Hidden {
    /// So much is decoded of one text; more is no instruction.
    static final int MAX_DECODED = 32_768;

    private static final int MAX_RUNS = 40;
    private static final int PROBE = 24;
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{20,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:(?:0x|\\\\x)?[0-9A-Fa-f]{2}[ ,:]?){10,}");
    private static final Pattern BINARY = Pattern.compile("[01]{8}(?:[ ,]?[01]{8}){7,}");
    private static final Pattern CODES = Pattern.compile("\\d{2,3}(?:[ ,;]+\\d{2,3}){11,}");
    private static final Pattern ESCAPE = Pattern.compile(
            "%([0-9A-Fa-f]{2})|\\\\x([0-9A-Fa-f]{2})|=([0-9A-F]{2})|\\\\u([0-9A-Fa-f]{4})|&#x([0-9A-Fa-f]{1,6});"
                    + "|&#(\\d{1,7});|&(lt|gt|amp|quot|apos|nbsp);");

    private Hidden() {}

    /// As what a run of letters and digits may be encoded text; looks at its beginning only.
    ///
    /// @return flags of a [Scan], 0 for none
    static int promising(String text, int from, int to) {
        boolean upper = false;
        boolean lower = false;
        boolean hex = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            hex &= Character.digit(c, 16) >= 0;
        }
        int end = Math.min(to, from + PROBE);
        if (hex) {
            return reads(hexBytes(text.substring(from, end - (end - from) % 2))) ? Scan.HEX : 0;
        }
        if (upper && lower) {
            return reads(base64(text.substring(from, from + (end - from) / 4 * 4))) ? Scan.ENCODED : 0;
        }
        return upper && reads(base32(text.substring(from, from + (end - from) / 8 * 8))) ? Scan.ENCODED : 0;
    }

    private static boolean reads(Optional<String> decoded) {
        return decoded.filter(Hidden::reads).isPresent();
    }

    /// @param may what a [Scan] saw in it
    /// @return what was hidden in a text, as far as it reads as text
    static List<String> in(String given, int may) {
        String text = given.length() > MAX_DECODED ? given.substring(0, MAX_DECODED) : given;
        var found = new ArrayList<String>();
        if ((may & Scan.ESCAPED) != 0) {
            String unescaped = unescaped(text);
            if (!unescaped.equals(text)) {
                found.add(unescaped);
            }
        }
        if ((may & Scan.ENCODED) != 0) {
            runs(text, found);
        }
        if ((may & (Scan.HEX | Scan.NUMBERED | Scan.ESCAPED)) != 0) {
            matches(HEX, text)
                    .forEach(run -> hexBytes(run.replaceAll("0x|\\\\x|[ ,:]", ""))
                            .filter(Hidden::reads)
                            .ifPresent(found::add));
        }
        if ((may & Scan.NUMBERED) != 0) {
            matches(BINARY, text)
                    .forEach(run -> codes(run.replaceAll("[ ,]", "").replaceAll("(.{8})", "$1 "), 2, found));
            matches(CODES, text).forEach(run -> codes(run, 10, found));
        }
        return found;
    }

    private static void runs(String text, List<String> found) {
        for (String run : matches(RUN, text)) {
            base64(run).filter(Hidden::reads).ifPresent(found::add);
            base32(run).filter(Hidden::reads).ifPresent(found::add);
        }
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .limit(MAX_RUNS)
                .map(result -> result.group())
                .toList();
    }

    private static Optional<String> base64(String run) {
        String plain = run.replace('-', '+').replace('_', '/').replace("=", "");
        int whole = plain.length() % 4 == 1 ? plain.length() - 1 : plain.length();
        try {
            return Optional.of(text(Base64.getDecoder().decode(plain.substring(0, whole))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> base32(String run) {
        int bits = 0;
        int value = 0;
        var bytes = new java.io.ByteArrayOutputStream();
        for (char c : run.replace("=", "").toCharArray()) {
            int digit = c >= 'A' && c <= 'Z' ? c - 'A' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            value = ((value << 5) | digit) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(value >> bits);
            }
        }
        return Optional.of(text(bytes.toByteArray()));
    }

    private static Optional<String> hexBytes(String digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(digits.charAt(2 * i), 16);
            int low = Character.digit(digits.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) ((high << 4) | low);
        }
        return Optional.of(text(bytes));
    }

    private static void codes(String run, int base, List<String> found) {
        var text = new StringBuilder();
        for (String code : run.strip().split("[ ,;]+", -1)) {
            int value = Integer.parseInt(code, base);
            if (value > 0xFF) {
                return;
            }
            text.append((char) value);
        }
        if (reads(text.toString())) {
            found.add(text.toString());
        }
    }

    /// UTF-8, or UTF-16 where every other byte is zero, as PowerShell encodes its commands.
    private static String text(byte[] bytes) {
        boolean wide = bytes.length >= 4 && bytes[1] == 0 && bytes[3] == 0;
        return new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    /// Whether it is all printable, and mostly letters and blanks.
    private static boolean reads(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
            boolean cut = c == 0xFFFD && i >= text.length() - 3;
            if (control || c == 0x7F || (c == 0xFFFD && !cut)) {
                return false;
            }
            letters += Character.isLetter(c) || c == ' ' ? 1 : 0;
        }
        return letters * 10 >= text.length() * 7 && text.length() >= 8;
    }

    private static String unescaped(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        var plain = new StringBuilder(text.length());
        var bytes = new java.io.ByteArrayOutputStream();
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                flush(bytes, plain);
                plain.append(text, at, matcher.start());
            }
            at = matcher.end();
            String octet = first(matcher.group(1), matcher.group(2), matcher.group(3));
            if (!octet.isEmpty()) {
                bytes.write(Integer.parseInt(octet, 16));
            } else {
                flush(bytes, plain);
                plain.append(character(matcher));
            }
        }
        flush(bytes, plain);
        return plain.append(text, at, text.length()).toString();
    }

    private static String first(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private static void flush(java.io.ByteArrayOutputStream bytes, StringBuilder plain) {
        if (bytes.size() > 0) {
            plain.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
    }

    private static String character(Matcher matcher) {
        String named = matcher.group(7);
        if (named != null) {
            return switch (named.toLowerCase(Locale.ROOT)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> " ";
            };
        }
        String hex = first(matcher.group(4), matcher.group(5));
        int code = hex.isEmpty() ? Integer.parseInt(first(matcher.group(6), "32")) : Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    static String rot13(String text) {
        var turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
            turned.append(base == 0 ? c : (char) (base + (c - base + 13) % 26));
        }
        return turned.toString();
    }
}
