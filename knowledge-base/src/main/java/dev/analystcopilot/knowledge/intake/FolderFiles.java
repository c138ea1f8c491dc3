package dev.analystcopilot.knowledge.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files in and below a folder. Links to files are followed, links to folders are not: they may lead in a circle.
final class FolderFiles extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param folder whether what is lost may be more than one file
    record Problem(Path path, String reason, boolean folder) {}

    static FolderFiles below(Path folder) throws IOException {
        var found = new FolderFiles();
        Files.walkFileTree(folder, found);
        return found;
    }

    /// In the order of their names.
    List<Path> files() {
        return files.stream().sorted().toList();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (Files.isRegularFile(file)) {
            files.add(file);
        } else if (Files.isDirectory(file)) {
            problems.add(new Problem(file, "is a link to a folder, and not followed: import that folder itself", true));
        } else {
            String what = attributes.isSymbolicLink() ? "is a link that leads nowhere" : "is no regular file";
            problems.add(new Problem(file, what, false));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problems.add(new Problem(file, "cannot be read: " + e, true));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }
}
