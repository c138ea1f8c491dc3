package dev.analystcopilot.knowledge.text.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndicatorProperties {
    private final IndicatorScanner scanner = new IndicatorScanner();

    record Known(IndicatorType type, String value, boolean canBeDefanged) {}

    /// Somewhere in prose, defanged in some way, an indicator is found once, as what it is, at its place.
    @Property(tries = 1500)
    void foundOnceAsWhatItIs(
            @ForAll("known") Known known,
            @ForAll("prose") String before,
            @ForAll("prose") String after,
            @ForAll int way) {
        String shown = known.canBeDefanged() ? defanged(known, way) : known.value();
        String text = before + " " + shown + " " + after;

        List<IndicatorMatch> found = scanner.scan(text);

        assertThat(found)
                .containsExactly(new IndicatorMatch(
                        known.type(), known.value(), 0, before.length() + 1, before.length() + 1 + shown.length()));
    }

    @Property(tries = 500)
    void noneOverlapsAnotherAndAllLieInTheText(@ForAll("soup") String text) {
        int end = 0;
        for (IndicatorMatch match : scanner.scan(text)) {
            assertThat(match.start()).isGreaterThanOrEqualTo(end);
            end = match.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    private static String defanged(Known known, int way) {
        List<String> dots = List.of(".", "[.]", "(.)", "[dot]", "{.}", "(DOT)", " [dot] ", " (dot) ");
        boolean url = known.type() == IndicatorType.URL;
        String dot = dots.get(Math.floorMod(way, url ? 6 : dots.size()));
        List<String> ats = List.of("@", "[at]", "(at)", "[@]", " (at) ");
        String at = ats.get(Math.floorMod(way / 8, ats.size()));
        String shown = known.value().replace(".", dot).replace("@", at);
        return Math.floorMod(way / 64, 2) == 0
                ? shown
                : shown.replaceFirst("^http", "hxxp")
                        .replaceFirst("^ftp:", "fxp:")
                        .replaceFirst("^(hxxps?)://", "$1[://]");
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of(
                        "the", "host", "连接到", "然后", "said:", "(maybe)", "at", "12:30", "and,", "evil", "—", "A/B", "5%",
                        "了。", "!")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "1",
                        "25",
                        ".",
                        "[.]",
                        ":",
                        "::",
                        "/",
                        "\\",
                        "a",
                        "com",
                        "@",
                        "http://",
                        "hxxp",
                        "[",
                        "]",
                        "(at)",
                        " ",
                        "C:\\",
                        "HKLM\\",
                        "CVE-2021-1234",
                        "T1059",
                        "中",
                        "-",
                        "f00d",
                        "/etc/")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Known> known() {
        return Arbitraries.oneOf(List.of(
                v4().map(v -> new Known(IndicatorType.IPV4, v, true)),
                Combinators.combine(v4(), Arbitraries.integers().between(0, 32))
                        .as((v, bits) -> new Known(IndicatorType.CIDR, v + "/" + bits, true)),
                hexGroups().map(v -> new Known(IndicatorType.IPV6, v, false)),
                domain().map(v -> new Known(IndicatorType.DOMAIN, v, true)),
                Combinators.combine(word(), domain()).as((w, d) -> new Known(IndicatorType.EMAIL, w + "@" + d, true)),
                url().map(v -> new Known(IndicatorType.URL, v, true)),
                hash(32, IndicatorType.MD5),
                hash(40, IndicatorType.SHA1),
                hash(64, IndicatorType.SHA256),
                hash(128, IndicatorType.SHA512),
                Arbitraries.integers()
                        .between(1000, 9_999_999)
                        .map(n -> new Known(IndicatorType.CVE, "CVE-2024-" + n, false)),
                Arbitraries.of("T1059", "T1505.003", "TA0043", "G0016", "S0154", "M1036", "C0024", "DET0001")
                        .map(v -> new Known(IndicatorType.ATTACK_ID, v, false)),
                Combinators.combine(word(), word())
                        .as((a, b) -> new Known(IndicatorType.WINDOWS_PATH, "C:\\" + a + "\\" + b + ".exe", false)),
                Combinators.combine(word(), word())
                        .as((a, b) -> new Known(IndicatorType.UNC_PATH, "\\\\" + a + "\\" + b + "$", false)),
                Combinators.combine(word(), word())
                        .as((a, b) -> new Known(IndicatorType.POSIX_PATH, "/var/" + a + "/" + b + ".log", false)),
                word().map(a -> new Known(IndicatorType.REGISTRY_KEY, "HKLM\\Software\\" + a, false)),
                Arbitraries.strings()
                        .withChars("0123456789abcdef")
                        .ofLength(12)
                        .map(s -> new Known(IndicatorType.MAC, s.replaceAll("(..)(?!$)", "$1:"), false))));
    }

    private static Arbitrary<String> v4() {
        return Arbitraries.integers()
                .between(0, 255)
                .list()
                .ofSize(4)
                .map(parts ->
                        String.join(".", parts.stream().map(String::valueOf).toList()));
    }

    private static Arbitrary<String> hexGroups() {
        return Arbitraries.integers()
                .between(0x1000, 0xffff)
                .list()
                .ofSize(7)
                .map(parts -> "2001:"
                        + String.join(
                                ":", parts.stream().map(Integer::toHexString).toList()));
    }

    private static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withChars("abcdefghkmnoqrstuvwxz")
                .ofMinLength(3)
                .ofMaxLength(12);
    }

    private static Arbitrary<String> domain() {
        return Combinators.combine(
                        word().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of("com", "net", "ru", "cn", "io", "xyz"))
                .as((labels, ending) -> String.join(".", labels) + "." + ending);
    }

    private static Arbitrary<String> url() {
        return Combinators.combine(
                        Arbitraries.of("http", "https", "ftp"),
                        domain(),
                        Arbitraries.of("", "/", "/a/b.php?x=1", ":8080/x"))
                .as((scheme, host, rest) -> scheme + "://" + host + rest)
                .filter(url -> !url.contains(":8080"));
    }

    private static Arbitrary<Known> hash(int length, IndicatorType type) {
        return Arbitraries.strings()
                .withChars("0123456789abcdef")
                .ofLength(length - 2)
                .map(text -> new Known(type, ("a1" + text).toLowerCase(Locale.ROOT), false));
    }
}
