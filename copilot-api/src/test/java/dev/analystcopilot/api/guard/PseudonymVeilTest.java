package dev.analystcopilot.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymVeilTest {
    private static final byte[] KEY = "a tenant's key".getBytes(StandardCharsets.UTF_8);
    private static final String EVIDENCE = "entities: host:web-01, user:a.lovelace, ip:10.1.2.3";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "ghp_abcdefghijklmnopqrstuvwxyz0123",
                "4111 1111 1111 1111",
                "6222021234567890128",
                "11010519491231002X",
                "+44 20 7946 0958",
                "13812345678",
                "ada@example.org",
                "192.168.7.9",
                "fd12:3456:789a::1"
            })
    void whatIsTellableByItsShapeDoesNotLeave(String value) {
        assertThat(veil().hide("seen: " + value + " in the log")).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -u bob:Tr0ub4dor https://x",
                "mysql --password=Tr0ub4dor",
                "net user eve Tr0ub4dor /add",
                "password: Tr0ub4dor",
                "密码为Tr0ub4dor",
                "https://bob:Tr0ub4dor@files.example/"
            })
    void passwordsDoNotLeave(String text) {
        assertThat(veil().hide(text)).doesNotContain("Tr0ub4dor");
    }

    @Test
    void aNameIsHiddenWhereverItStands() {
        PseudonymVeil veil = veil();
        veil.learn(EVIDENCE);

        assertThat(veil.hide("What did A.Lovelace do on web-01.example.net and WEB-01?")
                        .toLowerCase(Locale.ROOT))
                .doesNotContain("lovelace", "web-01");
    }

    @Test
    void publicAddressesStay() {
        assertThat(veil().hide("from 203.0.113.7, CVE-2025-1234, T1059.001")).contains("203.0.113.7", "CVE-2025-1234");
    }

    @Test
    void aThingKeepsItsPseudonymInAnotherAnswer() {
        assertThat(veil().hide(EVIDENCE)).isEqualTo(veil().hide(EVIDENCE));
    }

    @Test
    void anotherTenantsIsAnother() {
        var other = new PseudonymVeil(Hidden.OUTSIDE, Set.of(), new byte[] {1}, List.of());

        assertThat(other.hide(EVIDENCE)).isNotEqualTo(veil().hide(EVIDENCE));
    }

    @Test
    void whatIsHiddenComesBack() {
        PseudonymVeil veil = veil();

        assertThat(veil.restore(veil.hide(EVIDENCE))).isEqualTo(EVIDENCE);
    }

    @Test
    void carelessSpellingComesBackToo() {
        PseudonymVeil veil = veil();
        String pseudonym = veil.hide("10.1.2.3").replaceAll("[⟦⟧]", "");

        assertThat(veil.restore("[" + pseudonym.toUpperCase(Locale.ROOT) + "], " + pseudonym.replace('-', '_') + "."))
                .isEqualTo("[10.1.2.3], 10.1.2.3.");
    }

    @Test
    void aKeptSecretStaysHidden() {
        var veil = new PseudonymVeil(Hidden.ALWAYS, Set.of(Hidden.SECRET), KEY, List.of());

        assertThat(veil.restore(veil.hide("key AKIAIOSFODNN7EXAMPLE"))).doesNotContain("AKIA");
    }

    @Test
    void ownDomainsAreHosts() {
        var veil = new PseudonymVeil(Hidden.OUTSIDE, Set.of(), KEY, List.of("example.org"));

        assertThat(veil.hide("GET from shop.example.org")).doesNotContain("example.org");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "host:web-01",
                "WEB-01",
                "user=alice",
                "Alice",
                "10.0.0.7",
                "10.0.0.70",
                "password=hunter22",
                "a@b.example",
                "4111111111111111",
                "11010519491231002X",
                "13812345678",
                "C:\\Users\\bob\\x.exe",
                "⟦",
                "⟧",
                "host-",
                "[1]",
                "203.0.113.7",
                "plain words",
                "中文",
                ", ",
                " ",
                "\n",
                "~2",
                "⟦host-00000000⟧");
        return piece.list().ofMaxSize(12).map(pieces -> String.join(" ", pieces));
    }

    @Property(tries = 500)
    void hidingIsUndone(@ForAll("texts") String text) {
        PseudonymVeil veil = veil();

        assertThat(veil.restore(veil.hide(text))).isEqualTo(text);
    }

    private static PseudonymVeil veil() {
        return new PseudonymVeil(Hidden.OUTSIDE, Set.of(), KEY, List.of());
    }
}
