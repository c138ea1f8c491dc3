package dev.analystcopilot.knowledge.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder of files that ship with the product, whether its classes lie in a folder or in a jar.
public final class ClasspathFolder {

    private ClasspathFolder() {}

    /// The texts of all files with this ending in and below the folder, by path relative to it.
    ///
    /// @param folder such as `knowledge/runbooks`, without a leading slash
    public static SortedMap<String, String> read(String folder, String ending) {
        var texts = new TreeMap<String, String>();
        try {
            for (URL url :
                    Collections.list(ClasspathFolder.class.getClassLoader().getResources(folder))) {
                read(url.toURI(), ending, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds no address: " + folder, e);
        }
        return texts;
    }

    private static void read(URI folder, String ending, Map<String, String> texts) throws IOException {
        if (!"jar".equals(folder.getScheme())) {
            read(Path.of(folder), ending, texts);
            return;
        }
        // A view of the jar of our own: one that is looked up by its address is shared, and closed under whoever reads.
        String address = folder.getSchemeSpecificPart();
        int bang = address.indexOf("!/");
        Path file = Path.of(URI.create(folder.getRawSchemeSpecificPart().split("!/", 2)[0]));
        try (FileSystem jar = FileSystems.newFileSystem(file)) {
            read(jar.getPath(address.substring(bang + 1)), ending, texts);
        }
    }

    private static void read(Path folder, String ending, Map<String, String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }
}
