package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Makes starting and stopping the server one at a time: between the threads of this process by a lock of its own, and
/// between processes by a file lock (which Java does not offer between threads).
final class Guard implements AutoCloseable {
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private Guard(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Guard enter(Path file) {
        THREADS.lock();
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Guard(channel, channel.lock());
        } catch (IOException e) {
            THREADS.unlock();
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the start lock", e);
        } finally {
            THREADS.unlock();
        }
    }
}
