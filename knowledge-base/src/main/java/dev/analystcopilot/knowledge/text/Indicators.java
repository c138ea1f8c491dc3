package dev.analystcopilot.knowledge.text;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.indicator.IndicatorMatch;
import dev.analystcopilot.knowledge.text.indicator.IndicatorScanner;
import dev.analystcopilot.knowledge.text.indicator.IndicatorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a text names that machines know: addresses, domains, hashes, vulnerabilities, techniques. The short answer of
/// [IndicatorScanner], for searching: no places, no paths, the host instead of a URL.
public final class Indicators {
    private Indicators() {}

    /// Loaded when it is first asked.
    private static final class Scanner {
        static final IndicatorScanner INSTANCE = new IndicatorScanner();
    }

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

    /// In the order of [Kind], then of the text, without repeats.
    public static List<Indicator> in(String text) {
        var found = new ArrayList<Indicator>();
        scan(text).forEach(match -> simple(match).ifPresent(found::add));
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Indicator::kind))
                .toList();
    }

    /// All of them with their places, paths and URLs, too.
    public static List<IndicatorMatch> scan(String text) {
        return Scanner.INSTANCE.scan(text);
    }

    private static Optional<Indicator> simple(IndicatorMatch match) {
        String value = match.value();
        return switch (match.type()) {
            case IPV4, IPV6 -> Optional.of(new Indicator(Kind.IP, value));
            case CIDR -> Optional.of(new Indicator(Kind.IP, value.substring(0, value.indexOf('/'))));
            case DOMAIN -> Optional.of(new Indicator(Kind.DOMAIN, value));
            case EMAIL -> Optional.of(new Indicator(Kind.DOMAIN, value.substring(value.lastIndexOf('@') + 1)));
            case URL -> ofHost(value);
            case MD5, SHA1, SHA256, SHA512 -> Optional.of(new Indicator(Kind.HASH, value));
            case CVE -> Optional.of(new Indicator(Kind.CVE, value));
            case ATTACK_ID ->
                value.matches("T1[\\d.]+") ? Optional.of(new Indicator(Kind.TECHNIQUE, value)) : Optional.empty();
            case MAC, WINDOWS_PATH, UNC_PATH, POSIX_PATH, REGISTRY_KEY -> Optional.empty();
        };
    }

    /// The address or domain of a URL; none for `http://localhost/`.
    private static Optional<Indicator> ofHost(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        List<IndicatorMatch> inside = Scanner.INSTANCE.scan(host);
        boolean whole = inside.size() == 1 && inside.getFirst().start() == 0;
        IndicatorType type = whole ? inside.getFirst().type() : IndicatorType.URL;
        return type == IndicatorType.URL ? Optional.empty() : simple(inside.getFirst());
    }
}
