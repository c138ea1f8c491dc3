package dev.analystcopilot.knowledge.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private final Names names = Names.with(List.of(
            new KnownName(NameKind.TOOL, "S0039", "Net", List.of("Net", "net.exe")),
            new KnownName(NameKind.TOOL, "S0097", "Ping", List.of("Ping")),
            new KnownName(NameKind.TOOL, "S0110", "at", List.of("at", "at.exe")),
            new KnownName(NameKind.MALWARE, "S0154", "Cobalt Strike", List.of("Cobalt Strike")),
            new KnownName(NameKind.GROUP, "G0080", "Cobalt Group", List.of("Cobalt Group", "Cobalt Spider"))));

    @ParameterizedTest
    @CsvSource({
        "they ran mimikatz on the host, mimikatz",
        "Then MIMIKATZ.EXE was started, mimikatz",
        "a Cobalt Strike beacon, S0154",
        "发现cobalt strike信标, S0154",
        "主机上发现冰蝎后门, behinder",
        "用中国蚁剑连接, antsword",
        "the actor used Net to list users, S0039",
        "ran net.exe user /domain, S0039",
        "scheduled with at.exe, S0110",
        "C:\\Tools\\psexec.exe, psexec",
        "sends Ping to each host, S0097"
    })
    void findsOne(String text, String ref) {
        assertThat(names.in(text)).extracting(match -> match.known().ref()).containsExactly(ref);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look at the net",
                "Net profit rose",
                "ping me at noon",
                "Ping the host.",
                "the cobalt mine",
                "hydra",
                "psexecutor"
            })
    void wordsAreNone(String text) {
        assertThat(names.in(text)).isEmpty();
    }

    @Test
    void theLongestNameIsTaken() {
        assertThat(names.in("Sent by Cobalt Group, not Cobalt Strike"))
                .extracting(NameMatch::text)
                .containsExactly("Cobalt Group", "Cobalt Strike");
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "主机上发现冰蝎后门";

        assertThat(names.in(text))
                .extracting(match -> text.substring(match.start(), match.end()))
                .containsExactly("冰蝎");
    }
}
