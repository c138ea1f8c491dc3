package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The files in a folder or an archive, or one file, within the limits of an import: for what is imported into other
/// tables than documents.
///
/// @param problems what could not be unpacked
public record UnpackedFiles(List<SourceFile> files, List<Import.Problem> problems) {

    public UnpackedFiles {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /// @param wanted by name, without `.gz`; a file that is named by itself is taken whatever its name
    public static UnpackedFiles of(Path path, String kind, Predicate<String> wanted) {
        Path whole = path.toAbsolutePath().normalize();
        boolean single = whole.toFile().isFile();
        String itsName = String.valueOf(whole.getFileName());
        var files = new ArrayList<SourceFile>();
        var problems = new ArrayList<Import.Problem>();
        var visitor = new Unpacking.Visitor() {
            @Override
            public void file(String name, byte[] bytes) {
                files.add(new SourceFile(name, bytes, kind));
            }

            @Override
            public void problem(String name, String reason) {
                problems.add(new Import.Problem(name, reason));
            }
        };
        try {
            new Unpacking(
                            name -> wanted.test(name)
                                    || (single && name.equals(itsName.replaceFirst("(?i)\\.gz$", ""))),
                            visitor,
                            Unpacking.Limits.STANDARD)
                    .walk(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return new UnpackedFiles(files, problems);
    }
}
