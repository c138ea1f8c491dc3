package dev.analystcopilot.api.grounding.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Property(tries = 500)
    void anyPiecesGiveTheSameSentences(@ForAll("texts") String text, @ForAll("sizes") List<Integer> sizes) {
        assertThat(cut(text, sizes)).isEqualTo(cut(text, List.of(text.length() + 1)));
    }

    @Property(tries = 300)
    void nothingIsLostOrAdded(@ForAll("texts") String text, @ForAll("sizes") List<Integer> sizes) {
        assertThat(String.join("", cut(text, sizes))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "A",
                        " web-01",
                        ".",
                        ". ",
                        "! ",
                        "?",
                        "。",
                        "！",
                        "\n",
                        "\n- ",
                        "1. ",
                        " [1]",
                        "[2, 3]",
                        "【4】",
                        " 10.0.0.5",
                        " e.g. ",
                        "v2.4.49",
                        " shell.php",
                        "在",
                        "**",
                        "`",
                        "\"",
                        "”",
                        ")",
                        "[",
                        "]",
                        " Next",
                        " and",
                        "| a. b |",
                        "OPINION: x. y",
                        " 03:12",
                        "[evidence 2]",
                        "3",
                        " ",
                        "a.m.")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
    }

    @Test
    void leavesAddressesVersionsFilesAndAbbreviationsWhole() {
        assertThat(all("Apache 2.4.49 on 10.0.0.5 ran shell.php, e.g. at 3 p.m. UTC [1]. Then it ended."))
                .containsExactly("Apache 2.4.49 on 10.0.0.5 ran shell.php, e.g. at 3 p.m. UTC [1].", " Then it ended.");
    }

    @Test
    void marksBehindTheFullStopBelongToTheSentence() {
        assertThat(all("It ran. [1][2] It ended.")).containsExactly("It ran. [1][2]", " It ended.");
    }

    @Test
    void aNameInSmallLettersBeginsASentenceBehindAMark() {
        assertThat(all("It ran on srv-1 [6]. ws-2 was hit **[5].** web-3 was not."))
                .containsExactly("It ran on srv-1 [6].", " ws-2 was hit **[5].**", " web-3 was not.");
    }

    @Test
    void chineseSentencesEndWithoutBlanks() {
        assertThat(all("攻击者上传了文件。【1】随后执行了命令[2]。结束")).containsExactly("攻击者上传了文件。【1】", "随后执行了命令[2]。", "结束");
    }

    @Test
    void everyLineIsItsOwn() {
        assertThat(all("Steps:\n1. Scan [1]\n2. Shell [2]"))
                .containsExactly("Steps:", "\n1. Scan [1]", "\n2. Shell [2]");
    }

    @Test
    void aSentenceWithoutEndIsCutAtABlank() {
        assertThat(all("word ".repeat(1_000)))
                .allSatisfy(sentence -> assertThat(sentence.length()).isLessThanOrEqualTo(Sentences.LONGEST));
    }

    private static List<String> all(String text) {
        return cut(text, List.of(3));
    }

    private static List<String> cut(String text, List<Integer> sizes) {
        var sentences = new Sentences();
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < text.length(); i++) {
            int to = Math.min(text.length(), from + sizes.get(i % sizes.size()));
            found.addAll(sentences.next(text.substring(from, to)));
            from = to;
        }
        found.addAll(sentences.end());
        return found;
    }
}
