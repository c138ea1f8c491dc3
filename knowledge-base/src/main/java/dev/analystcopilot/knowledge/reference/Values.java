package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values as people and feeds write them.
final class Values {
    private static final Pattern DOT =
            Pattern.compile("\\s?(?:\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\))\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT =
            Pattern.compile("\\s?(?:\\[@]|\\[at]|\\(at\\)|\\(@\\))\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLON = Pattern.compile("\\[:]|\\[://]|:\\[//]");
    private static final Pattern SCHEME = Pattern.compile("^h(?:xx|XX|tt)p(s?)(?=:|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.){1,20}[\\p{L}][\\p{L}\\p{N}-]{1,62}");
    private static final Pattern HASH =
            Pattern.compile("(?:\\p{XDigit}{32}|\\p{XDigit}{40}|\\p{XDigit}{64}|\\p{XDigit}{128})");
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{3,255}");
    private static final Pattern PORT = Pattern.compile("^([0-9.]+):\\d{1,5}$");

    private Values() {}

    /// Without the marks that keep people from clicking: `hxxp://bad[.]example` is `http://bad.example`.
    static String refanged(String text) {
        String colons =
                COLON.matcher(text.strip()).replaceAll(match -> match.group().contains("//") ? "://" : ":");
        String plain = AT.matcher(DOT.matcher(colons).replaceAll(".")).replaceAll("@");
        return SCHEME.matcher(plain).replaceFirst("http$1");
    }

    static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    static String address(String text) {
        String plain = PORT.matcher(refanged(text)).replaceFirst("$1");
        int slash = plain.indexOf('/');
        try {
            var _ = InetAddress.ofLiteral(slash < 0 ? plain : plain.substring(0, slash));
            return plain;
        } catch (IllegalArgumentException e) {
            throw new RowException("'" + shown(text) + "' is no IP address");
        }
    }

    static String domain(String text) {
        String plain = refanged(text).replaceFirst("\\.$", "").replaceFirst("^\\*\\.", "");
        if (!DOMAIN.matcher(plain).matches()) {
            throw new RowException("'" + shown(text) + "' is no domain");
        }
        return plain;
    }

    static String url(String text) {
        String plain = refanged(text);
        if (!plain.matches("(?i)[a-z][a-z0-9+.-]{1,20}://\\S+")) {
            throw new RowException("'" + shown(text) + "' is no URL: write it with its scheme, such as http://");
        }
        return plain;
    }

    static String hash(String text) {
        if (!HASH.matcher(text.strip()).matches()) {
            throw new RowException("'" + shown(text) + "' is no MD5, SHA-1, SHA-256 or SHA-512");
        }
        return text.strip();
    }

    static String mailbox(String text) {
        String plain = refanged(text);
        if (!MAILBOX.matcher(plain).matches()) {
            throw new RowException("'" + shown(text) + "' is no e-mail address");
        }
        return plain;
    }

    /// `host:web-01`, or a value that says by its shape what it is; a bare name is a host.
    static Entity entity(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && text.substring(0, colon).matches("(?i)host|user|process|ip|domain|url|file|hash|mailbox")) {
            String value = text.substring(colon + 1).strip();
            String type = text.substring(0, colon).toLowerCase(Locale.ROOT);
            return Entity.of(type, type.equals("ip") ? address(value) : value);
        }
        return shaped(text).orElseGet(() -> new Entity.Host(refanged(text)));
    }

    /// What a value is by its shape; names with dots are domains.
    static Optional<Entity> shaped(String text) {
        String plain = refanged(text);
        if (plain.matches("(?i)[a-z][a-z0-9+.-]{1,20}://\\S+")) {
            return Optional.of(new Entity.Url(plain));
        }
        if (HASH.matcher(plain).matches()) {
            return Optional.of(new Entity.Hash(plain));
        }
        if (MAILBOX.matcher(plain).matches()) {
            return Optional.of(new Entity.Mailbox(plain));
        }
        if (plain.matches(
                "[0-9.]{7,15}(?:/\\d{1,2}|:\\d{1,5})?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:/\\d{1,3})?")) {
            return Optional.of(new Entity.Ip(address(plain)));
        }
        return DOMAIN.matcher(plain).matches() ? Optional.of(new Entity.Domain(plain)) : Optional.empty();
    }

    /// A moment with its zone, a moment of UTC, or a day.
    ///
    /// @param endOfDay whether a day means its end
    static Instant time(String field, String text, boolean endOfDay) {
        String plain = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T");
        try {
            if (plain.length() == 10) {
                LocalDate day = LocalDate.parse(plain);
                return (endOfDay ? day.plusDays(1) : day)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            return plain.matches(".*T.*(?:Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new RowException(
                    field + " is a time such as 2026-11-30 or 2026-11-30T22:00:00Z, not '" + shown(text) + "'");
        }
    }
}
