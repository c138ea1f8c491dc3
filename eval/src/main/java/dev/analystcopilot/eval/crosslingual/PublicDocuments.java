package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// English documents of the data pack: OWASP's cheat sheets and incident response playbooks.
final class PublicDocuments {
    private static final List<String> ARCHIVES = List.of(
            "staff/owasp-cheat-sheets.zip",
            "playbooks/microsoft-ir-playbooks.zip",
            "playbooks/aws-ir-playbooks.zip",
            "playbooks/austinsonger-incident-playbook.zip");
    private static final int SHORTEST = 400;
    /// The beginning says what a document is about, and embedding is dear.
    private static final int PIECES = 4;

    private PublicDocuments() {}

    static QuestionSet questions(Path shared) {
        var pieces = new ArrayList<TextPiece>();
        ARCHIVES.forEach(archive -> read(shared.resolve("data/knowledge").resolve(archive), pieces));
        return new QuestionSet("public documents", QuestionPair.of("external.tsv"), Map.of(Language.EN, pieces));
    }

    private static void read(Path archive, List<TextPiece> pieces) {
        try (var zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                boolean wanted = name.endsWith(".md")
                        && entry.getSize() >= SHORTEST
                        && !entry.getName().contains("/SIEM/")
                        && !name.matches("README.md|LICENSE.md");
                if (wanted) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        String ref = name.substring(0, name.length() - 3);
                        pieces.addAll(MarkdownText.of(ref, text).pieces(ref, PIECES));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive, e);
        }
    }
}
