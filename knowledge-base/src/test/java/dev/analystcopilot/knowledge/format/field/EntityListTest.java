package dev.analystcopilot.knowledge.format.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityListTest {

    @ParameterizedTest
    @CsvSource({
        "user, EXAMPLE\\Bob, user:bob",
        "user, alice@example.org, user:alice@example.org",
        "ip, ::ffff:10.0.0.1, ip:10.0.0.1",
        "ip, 2001:DB8::1, ip:2001:db8::1",
        "host, 10.0.0.1, ip:10.0.0.1",
        "host, Web-01., host:web-01",
        "domain, 198.51.100.7, ip:198.51.100.7",
        "hash, 0123456789ABCDEF0123456789ABCDEF, hash:0123456789abcdef0123456789abcdef"
    })
    void valuesAreSpeltOneWay(String type, String value, String key) {
        assertThat(new EntityList().of(type, value).toList())
                .extracting(entity -> entity.key())
                .containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "user, -",
        "user, WEB-01$",
        "user, EXAMPLE\\",
        "ip, 127.0.0.1",
        "ip, ::1",
        "ip, 0.0.0.0",
        "ip, example.org",
        "host, N/A",
        "hash, not-a-hash",
        "mailbox, nobody",
        "url, /",
        "ghost, anything"
    })
    void valuesThatNameNothingAreLeftOut(String type, String value) {
        assertThat(new EntityList().of(type, value).toList()).isEmpty();
    }
}
