package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.intake.UnpackBudget.SpentException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Finds the files in a folder, in archives, and in archives in archives. Nothing is written to disk; how much is
/// unpacked is bounded; what is damaged, or made to do harm, is named while the rest goes on.
final class Unpacking {
    private static final int MAX_DEPTH = 4;
    private static final int BUFFER = 1 << 16;

    /// How much is unpacked at most.
    ///
    /// @param file bytes of one file
    /// @param total bytes of all that is unpacked, in archives in archives once for each
    /// @param files how many, with those that nobody wants
    record Limits(long file, long total, int files) {
        static final Limits STANDARD = new Limits(256L << 20, 2L << 30, 200_000);
    }

    /// Takes what is found.
    interface Visitor {
        void file(String name, byte[] bytes);

        void problem(String name, String reason);
    }

    private final Predicate<String> wanted;
    private final Visitor visitor;
    private final Limits limits;
    private final UnpackBudget budget;

    /// @param wanted by name, without `.gz`
    Unpacking(Predicate<String> wanted, Visitor visitor, Limits limits) {
        this.wanted = wanted;
        this.visitor = visitor;
        this.limits = limits;
        this.budget = new UnpackBudget(limits);
    }

    /// All files in and below a folder, in the order of their names; or one file.
    void walk(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            visit(path, EntryName.shown(String.valueOf(path.getFileName())));
            return;
        }
        FolderFiles folder = FolderFiles.below(path);
        for (Path file : folder.files()) {
            visit(file, EntryName.shown(path.relativize(file).toString()));
        }
        for (FolderFiles.Problem problem : folder.problems()) {
            String name = EntryName.shown(path.relativize(problem.path()).toString());
            if (problem.folder() || mayHold(name)) {
                visitor.problem(name, problem.reason());
            }
        }
    }

    private void visit(Path file, String name) {
        if (!mayHold(name)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            visit(name, budget.metered(in), 0);
        } catch (IOException e) {
            visitor.problem(name, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof EOFException
                ? "is damaged or cut short: copy it again"
                : "cannot be read: " + e.getMessage();
    }

    private boolean mayHold(String name) {
        return isZip(plain(name)) || wanted.test(plain(name));
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// The name of what a `.gz` holds.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private void visit(String name, InputStream in, int depth) throws IOException {
        byte[] magic = in.readNBytes(4);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), in);
        boolean gzip = magic.length >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        if (depth > MAX_DEPTH) {
            throw new IOException("archives are nested more than " + MAX_DEPTH + " deep: unpack it first");
        }
        if (gzip) {
            visit(plain(name), budget.metered(new GZIPInputStream(whole, BUFFER)), depth + 1);
        } else if (isZip(plain(name))) {
            entries(plain(name), whole, depth + 1);
        } else if (wanted.test(plain(name))) {
            // Some programs unpack a .gz on the way and leave its name.
            budget.file();
            visitor.file(plain(name), bytes(whole));
        }
    }

    private void entries(String name, InputStream in, int depth) throws IOException {
        ZipInputStream zip = budget.zip(in);
        boolean any = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            any = true;
            String within = EntryName.shown(EntryName.decoded(entry.getName()));
            String inner = name + "!" + within;
            if (entry.isDirectory() || inner.contains("__MACOSX/") || !mayHold(inner)) {
                budget.file();
            } else if (EntryName.leadsOut(within)) {
                visitor.problem(inner, "has a path that leads out of its archive: pack it anew");
            } else {
                entry(inner, zip, depth);
            }
        }
        if (!any) {
            throw new IOException("this is no zip archive, or an empty one");
        }
    }

    /// One entry's damage is its own; if the archive is damaged, asking for the next entry says so.
    private void entry(String name, InputStream in, int depth) throws IOException {
        try {
            visit(name, new StaysOpen(in), depth);
        } catch (SpentException e) {
            throw e;
        } catch (IOException e) {
            visitor.problem(name, reason(e));
        }
    }

    private byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(limits.file() + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limits.file()) {
            throw new IOException("has more than %d MB: split it".formatted(limits.file() >> 20));
        }
        return bytes;
    }

    /// The end of an entry is not the end of its archive.
    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }
}
