package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of cells as a Markdown table; the first row is its head.
final class Tables {

    private Tables() {}

    /// @param caption stands above the head, and so is repeated where the table is cut; may be empty
    static Block of(List<List<String>> rows, String caption) {
        List<List<String>> filled = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        int columns = filled.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return new Block.Paragraph(caption);
        }
        if (columns == 1) {
            return new Block.Paragraph(filled.stream().map(List::getFirst).collect(Collectors.joining("\n")));
        }
        String head = line(filled.getFirst(), columns) + "\n|" + " --- |".repeat(columns);
        return new Block.Table(
                caption.isBlank() ? head : caption + "\n\n" + head,
                filled.stream().skip(1).map(row -> line(row, columns)).toList());
    }

    private static String line(List<String> row, int columns) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            String cell = i < row.size() ? row.get(i) : "";
            cells.add(cell.replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ").strip());
        }
        return "| " + String.join(" | ", cells) + " |";
    }
}
