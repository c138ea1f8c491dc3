package dev.analystcopilot.knowledge.format;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Where alerts come from. gzip and zip are recognised by their first bytes and read as they are.
public sealed interface AlertSource {

    static AlertSource files(List<Path> paths) {
        return new Files(paths);
    }

    static AlertSource file(Path path) {
        return new Files(List.of(path));
    }

    /// @param name what messages call it, such as `standard input` or `request body`
    static AlertSource stream(String name, InputStream body) {
        return new Stream(name, body);
    }

    /// Files, read in their order.
    record Files(List<Path> paths) implements AlertSource {
        public Files {
            paths = List.copyOf(paths);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("no files to read");
            }
        }
    }

    /// A stream, read once; whoever opened it closes it.
    record Stream(String name, InputStream body) implements AlertSource {
        public Stream {
            requireNonNull(name, "name");
            requireNonNull(body, "body");
        }
    }
}
