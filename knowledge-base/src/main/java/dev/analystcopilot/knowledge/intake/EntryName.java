package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The names of files in folders and archives: whoever packs an archive chooses them.
final class EntryName {
    private EntryName() {}

    /// A name for people and for labels: slashes between folders, and nothing that a terminal would obey.
    static String shown(String name) {
        return name.replace('\\', '/').replaceAll("\\p{Cntrl}", "_");
    }

    /// A name that was read as Latin-1, as UTF-8 or GB 18030: what the archive says of itself is often wrong.
    static String decoded(String name) {
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        return SourceFile.decode(name.getBytes(StandardCharsets.ISO_8859_1)).orElse(name);
    }

    /// Whether it would stand outside of where the archive is unpacked.
    static boolean leadsOut(String shown) {
        return Arrays.asList(shown.split("/")).contains("..");
    }
}
