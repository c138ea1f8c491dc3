package dev.analystcopilot.embeddings.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies ONNX Runtime's native part out of its jar once for all processes of the user.
///
/// By itself the runtime copies 28 MB anew at every start, and a process that is killed leaves them in the temporary
/// folder for good.
final class NativeLibraries {
    /// Where the runtime looks first.
    static final String PATH_PROPERTY = "onnxruntime.native.path";

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /// Whoever set the path before is obeyed. Where this does not work, the runtime does as it always did.
    static void share() {
        if (System.getProperty(PATH_PROPERTY) != null) {
            return;
        }
        try {
            System.setProperty(PATH_PROPERTY, unpack(CacheDirectory.get()).toString());
        } catch (IOException e) {
            LOG.warn("ONNX Runtime unpacks its native part at every start: {}", e.toString());
        }
    }

    static Path unpack(Path cache) throws IOException {
        Path directory = null;
        for (String name : NAMES) {
            JarURLConnection resource = find(System.mapLibraryName(name));
            JarEntry entry = resource.getJarEntry();
            if (directory == null) {
                directory = Files.createDirectories(cache.resolve("onnxruntime-" + Long.toHexString(entry.getCrc())));
            }
            Path file = directory.resolve(System.mapLibraryName(name));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                copy(resource, file);
            }
        }
        if (directory == null) {
            throw new IOException("there are no native parts");
        }
        return directory;
    }

    private static void copy(JarURLConnection resource, Path file) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "native", ".part");
        try (InputStream in = resource.getInputStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static JarURLConnection find(String file) throws IOException {
        String resource = "/ai/onnxruntime/native/" + platform() + "/" + file;
        URL url = OrtEnvironment.class.getResource(resource);
        if (url != null && url.openConnection() instanceof JarURLConnection connection) {
            return connection;
        }
        throw new IOException("no " + resource + " in a jar");
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch", "");
        return os + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }
}
