package dev.analystcopilot.knowledge.text;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the things in a text that machines know: addresses, domains, hashes, vulnerabilities, techniques. Reads
/// defanged ones (`10[.]0[.]0[.]1`, `hxxp`), too. All patterns are bounded and possessive: hostile text cannot make
/// them slow.
public final class Indicators {
    private static final int LONGEST_TEXT = 200_000;
    private static final Pattern DEFANGED_DOT = Pattern.compile("\\[\\.]|\\(\\.\\)|\\[dot]", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4 = Pattern.compile(
            "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w]|\\.\\d)");
    private static final Pattern IPV6_SHAPE =
            Pattern.compile("(?<![\\w:.])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}+(?![\\w:])");
    private static final Pattern HASH =
            Pattern.compile("(?<![\\w])(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})(?![\\w])");
    private static final Pattern CVE =
            Pattern.compile("(?<![\\w])CVE-\\d{4}-\\d{4,7}(?![\\w])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TECHNIQUE =
            Pattern.compile("(?<![\\w.])T\\d{4}(?:\\.\\d{3})?(?![\\w]|\\.\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:(?<=://)|(?<![\\w.@/\\\\-]))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}([a-z]{2,18})(?![\\w-]|\\.\\w)",
            Pattern.CASE_INSENSITIVE);
    /// Endings that are files far more often than top-level domains.
    private static final Set<String> FILE_ENDINGS = Set.of(
            "exe", "dll", "sys", "php", "asp", "aspx", "jsp", "jspx", "html", "htm", "js", "css", "txt", "log", "conf",
            "cfg", "ini", "xml", "json", "yml", "yaml", "csv", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "ps",
            "bat", "cmd", "vbs", "hta", "lnk", "iso", "img", "rar", "tar", "gz", "bak", "tmp", "dat", "db", "sql",
            "bin", "elf", "deb", "rpm", "jar", "war", "class", "java", "service", "local", "evtx", "dmp", "png", "jpg",
            "gif", "svg", "md", "lock", "pem", "key", "crt");

    private Indicators() {}

    public enum Kind {
        IP,
        DOMAIN,
        HASH,
        CVE,
        TECHNIQUE
    }

    /// @param value in its usual spelling: CVE and technique in capitals, the rest in small letters
    public record Indicator(Kind kind, String value) {
        public Indicator {
            requireNonNull(kind, "kind");
            requireNonNull(value, "value");
        }
    }

    /// In the order of [Kind] and of the text, without repeats. Reads the first 200,000 characters.
    public static List<Indicator> in(String text) {
        String head = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        String plain = DEFANGED_DOT.matcher(head).replaceAll(".");
        var found = new LinkedHashSet<Indicator>();
        all(IPV4, plain).forEach(value -> found.add(new Indicator(Kind.IP, value)));
        all(IPV6_SHAPE, plain).stream()
                .filter(Indicators::isIpv6)
                .forEach(value -> found.add(new Indicator(Kind.IP, value.toLowerCase(Locale.ROOT))));
        Matcher domains = DOMAIN.matcher(plain);
        while (domains.find()) {
            if (!FILE_ENDINGS.contains(domains.group(1).toLowerCase(Locale.ROOT))) {
                found.add(new Indicator(Kind.DOMAIN, domains.group().toLowerCase(Locale.ROOT)));
            }
        }
        all(HASH, plain).forEach(value -> found.add(new Indicator(Kind.HASH, value.toLowerCase(Locale.ROOT))));
        all(CVE, plain).forEach(value -> found.add(new Indicator(Kind.CVE, value.toUpperCase(Locale.ROOT))));
        all(TECHNIQUE, plain)
                .forEach(value -> found.add(new Indicator(Kind.TECHNIQUE, value.toUpperCase(Locale.ROOT))));
        return List.copyOf(found);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).toList();
    }

    private static boolean isIpv6(String shape) {
        try {
            // Times of day (12:30:45) have the shape, but not the eight groups or the "::".
            return InetAddress.ofLiteral(shape).getAddress().length == 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
