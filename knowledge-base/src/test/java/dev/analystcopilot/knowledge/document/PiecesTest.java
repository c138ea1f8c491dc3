package dev.analystcopilot.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final TokenCounter WORDS =
            text -> text.isBlank() ? 0 : text.strip().split("\\s+").length;
    private static final Block.Heading PLAN = new Block.Heading(1, "Plan");
    private static final Block.Heading CONTAIN = new Block.Heading(2, "Contain");
    private static final Block.Heading LINUX = new Block.Heading(3, "Linux");

    private static List<Piece> cut(Block... blocks) {
        var document = new TextDocument(new FrontMatter(Map.of()), "Web shell", "en", List.of(blocks));
        return new Pieces(WORDS).of(document, "Web shell", "");
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    @Test
    void theHeadingsAboveArePartOfAPassage() {
        assertThat(cut(PLAN, CONTAIN, LINUX, new Block.Paragraph("Stop it.")))
                .containsExactly(new Piece("Plan › Contain › Linux", "Stop it."));
    }

    @Test
    void theTitleIsNotRepeatedAsAHeading() {
        assertThat(cut(new Block.Heading(1, "Web Shell"), CONTAIN, new Block.Paragraph("Stop it.")))
                .containsExactly(new Piece("Contain", "Stop it."));
    }

    @Test
    void lowerHeadingsAreReadInTheirPlace() {
        assertThat(cut(CONTAIN, new Block.Paragraph("Now."), LINUX, new Block.Paragraph("Kill it.")))
                .containsExactly(new Piece("Contain", "Now.\n\n### Linux\n\nKill it."));
    }

    @Test
    void whatIsCutOffKeepsItsOwnHeading() {
        List<Piece> pieces = cut(CONTAIN, new Block.Paragraph(words(400)), LINUX, new Block.Paragraph(words(200)));

        assertThat(pieces).extracting(Piece::heading).containsExactly("Contain", "Contain › Linux");
    }

    @Test
    void aPageIsNamed() {
        assertThat(cut(new Block.Page(7), CONTAIN, new Block.Paragraph("Stop it.")))
                .containsExactly(new Piece("Contain › p. 7", "Stop it."));
    }

    @Test
    void aLongTableIsCutBetweenRowsUnderTheSameHead() {
        List<String> rows = IntStream.range(0, 100)
                .mapToObj(i -> "| a" + i + " | b | c | d |")
                .toList();

        List<Piece> pieces = cut(new Block.Table("| A | B |\n| --- | --- |", rows));

        assertThat(pieces)
                .hasSizeGreaterThan(1)
                .allMatch(piece -> piece.text().startsWith("| A | B |\n| --- | --- |\n| a"));
        assertThat(pieces.stream()
                        .flatMap(piece -> piece.text().lines().skip(2))
                        .toList())
                .isEqualTo(rows);
    }

    @Test
    void codeStaysWhole() {
        String code = "```\n" + words(600) + "\n```";

        assertThat(cut(new Block.Paragraph("Run:"), new Block.Code(code)))
                .extracting(Piece::text)
                .containsExactly("Run:", code);
    }

    @Test
    void aLongParagraphIsCutBetweenSentences() {
        String sentence = "The first sentence has exactly eight words here.";
        String text = String.join(" ", java.util.Collections.nCopies(100, sentence));

        assertThat(cut(new Block.Paragraph(text)))
                .hasSize(2)
                .allMatch(piece ->
                        piece.text().startsWith("The first") && piece.text().endsWith("here."));
    }

    @Test
    void nothingIsLostInAHardCut() {
        String endless = "汉".repeat(1_000);
        var cutter = new BlockCutter(new TokenSizes(text -> text.codePointCount(0, text.length())));

        assertThat(cutter.cut(new Block.Paragraph(endless), 400))
                .allMatch(part -> part.text().length() <= 400)
                .satisfies(parts -> assertThat(parts.stream().map(Block::text).collect(Collectors.joining()))
                        .isEqualTo(endless));
    }

    @Test
    void endlessLinesOfCodeEndSomewhere() {
        var cutter = new BlockCutter(new TokenSizes(WORDS));

        assertThat(cutter.cut(new Block.Code("```sh\n" + "x".repeat(20_000) + "\n```"), 400))
                .hasSizeGreaterThan(1)
                .allMatch(piece ->
                        piece.text().startsWith("```sh\n") && piece.text().endsWith("\n```"));
    }
}
