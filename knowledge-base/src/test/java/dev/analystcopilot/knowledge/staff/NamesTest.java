package dev.analystcopilot.knowledge.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final Set<String> WORDS = Set.of("mail", "what", "link", "corp", "2fa", "windows11");

    @ParameterizedTest
    @CsvSource({
        "Does web-01 exist?,Does exist?",
        "Does 192.0.2.7 exist?,Does exist?",
        "Is jane.doe known?,Is known?",
        "Is jane_doe@corp.example known?,Is corp known?",
        "Is CORP\\jane known?,Is CORP known?",
        "Is srv17 known?,Is known?",
        "jane.doe还在吗,还在吗",
        "I clicked a link.What now?,I clicked a link What now?",
        "windows11 and 2fa,windows11 and 2fa",
        "my log-in e-mail,my log-in e-mail",
        "and/or,and/or"
    })
    void areLeftOutUnlessADocumentSaysThem(String question, String left) {
        String hidden = Names.hidden(question, word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));

        assertThat(hidden.replaceAll("\\s+", " ").replace(" ?", "?").strip()).isEqualTo(left);
    }
}
