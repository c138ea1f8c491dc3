package dev.analystcopilot.api.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// What a running service leaves in its data folder: its port, the address to sign in at, and the command line's token.
/// Each file can be read by its owner only.
///
/// @param data the data folder of this installation
public record ServiceFiles(Path data) {
    public ServiceFiles {
        requireNonNull(data, "data");
    }

    public void writePort(int port) {
        write(portFile(), Integer.toString(port));
    }

    public Optional<Integer> port() {
        return read(portFile()).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    /// @param address with a one-time token
    public void writeAddress(String address) {
        write(addressFile(), address);
    }

    public void writeCliToken(String token) {
        write(cliTokenFile(), token);
    }

    public Optional<String> cliToken() {
        return read(cliTokenFile());
    }

    /// Takes back what opens doors; the port may stay.
    public void removeSecrets() {
        try {
            Files.deleteIfExists(addressFile());
            Files.deleteIfExists(cliTokenFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path portFile() {
        return data.resolve("run/service.port");
    }

    private Path addressFile() {
        return data.resolve("run/address");
    }

    private Path cliTokenFile() {
        return data.resolve("cli-token");
    }

    /// Made closed, then filled, then moved into place: never open to others, never half written.
    private static void write(Path file, String text) {
        try {
            Path folder = requireNonNull(file.getParent());
            Files.createDirectories(folder);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly(fresh));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isReadable(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
