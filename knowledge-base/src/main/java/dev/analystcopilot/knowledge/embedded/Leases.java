package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Who uses the server: one locked file for each user. The lock ends with its process, however that ends, so a file
/// without a lock is a user who is gone.
///
/// POSIX locks belong to a process, and closing any handle on a file drops the process's locks on it. Hence a file of
/// its own for each user, named after its process, and no process ever opens a second handle on one of its own.
final class Leases {
    private static final String PROCESS = UUID.randomUUID().toString();

    private final Path folder;

    Leases(Path folder) {
        this.folder = folder;
    }

    /// Call it, and [#anyoneLeft], under the [Guard] only.
    Lease take() {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(PROCESS + "." + UUID.randomUUID());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            return new Lease(file, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take a lease in " + folder, e);
        }
    }

    boolean anyoneLeft() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            boolean left = false;
            for (Path file : all) {
                left |= file.getFileName().toString().startsWith(PROCESS) || heldElsewhere(file);
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the leases in " + folder, e);
        }
    }

    private static boolean heldElsewhere(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        }
    }

    record Lease(Path file, FileChannel channel, FileLock lock) {
        void giveBack() {
            try {
                Files.deleteIfExists(file);
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot give back " + file, e);
            }
        }
    }
}
