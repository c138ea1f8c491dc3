package dev.analystcopilot.embeddings.onnx;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The user's own folder for files that come out of jars: `<java.io.tmpdir>/analyst-copilot-<user>`.
///
/// Native code is loaded from here, and the place is shared with other users: a folder that is not ours alone (another
/// owner, a link, writable by others) is passed by for a fresh one.
public final class CacheDirectory {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private CacheDirectory() {}

    public static Path get() throws IOException {
        return under(Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name", "user"));
    }

    static Path under(Path parent, String user) throws IOException {
        Path directory = parent.resolve("analyst-copilot-" + user.replaceAll("[^A-Za-z0-9_-]", "_"));
        if (!posix(parent)) {
            return Files.createDirectories(directory);
        }
        try {
            return Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            return oursAlone(directory) ? directory : Files.createTempDirectory(parent, "analyst-copilot-");
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean oursAlone(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                || !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS))) {
            return false;
        }
        // What we create is ours: no other way tells the owner's id where users have no names.
        Path ours = Files.createTempFile("analyst-copilot-", ".owner");
        try {
            return Files.getOwner(ours).equals(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.delete(ours);
        }
    }
}
