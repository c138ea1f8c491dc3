package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The generated passwords of the private server, kept in a file that only its owner reads.
record Secrets(Login superuser, Login owner, Login app) {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final String SUPERUSER = "copilot_admin";
    static final String OWNER = "copilot_owner";
    static final String APP = "copilot_app";

    static Secrets loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return new Secrets(login(properties, SUPERUSER), login(properties, OWNER), login(properties, APP));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    private static Login login(Properties properties, String user) {
        return new Login(user, properties.getProperty(user, ""));
    }

    private static void create(Path file) throws IOException {
        var properties = new Properties();
        for (String user : new String[] {SUPERUSER, OWNER, APP}) {
            byte[] password = new byte[24];
            RANDOM.nextBytes(password);
            properties.setProperty(user, HexFormat.of().formatHex(password));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            properties.store(writer, "Passwords of the private PostgreSQL");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
