package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads files into drafts, several side by side, and keeps the order of the files. What is broken is named; so is what
/// is more than the memory holds.
final class Reading implements Unpacking.Visitor {
    /// So much is held in memory before it is read.
    private static final long BATCH_BYTES = 64L << 20;

    private static final int BATCH_FILES = 512;

    /// A character of a draft takes about eight times its size when its words are counted.
    private static final int PART_OF_MEMORY = 24;

    private final Sources.Choice choice;
    private final ImportListener listener;
    private final List<SourceFile> waiting = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Import.Problem> problems = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final long room;
    private long kept;
    private long waitingBytes;
    private long files;
    private int leftOut;

    Reading(Sources.Choice choice, ImportListener listener) {
        this(choice, listener, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /// @param room how many characters of drafts are kept
    Reading(Sources.Choice choice, ImportListener listener, long room) {
        this.choice = choice;
        this.listener = listener;
        this.room = room;
    }

    /// A draft, and whence it came.
    record Found(Draft draft, String file, boolean refIsGlobal) {}

    /// @param unreadable the files of which not everything could be read
    record Result(List<Found> found, List<Import.Problem> problems, Set<String> unreadable) {}

    @Override
    public void file(String name, byte[] bytes) {
        waiting.add(new SourceFile(name, bytes, choice.documentKind()));
        waitingBytes += bytes.length;
        if (waitingBytes >= BATCH_BYTES || waiting.size() >= BATCH_FILES) {
            readWaiting();
        }
    }

    @Override
    public void problem(String name, String reason) {
        problems.add(new Import.Problem(name, reason));
        // What a .gz holds is stored under its name without the ending.
        unreadable.add(name.replaceFirst("(?i)\\.gz$", ""));
    }

    Result finish() {
        readWaiting();
        if (leftOut > 0) {
            problems.add(new Import.Problem(
                    leftOut + " files",
                    "are more text than an import holds at once (%d MB here): import a part at a time"
                            .formatted(room >> 20)));
        }
        return new Result(found, problems, unreadable);
    }

    private void readWaiting() {
        for (One one : waiting.parallelStream().map(this::read).toList()) {
            keep(one);
            one.problems.forEach(problem -> {
                problems.add(problem);
                unreadable.add(one.file.name());
            });
        }
        files += waiting.size();
        waiting.clear();
        waitingBytes = 0;
        listener.at(ImportListener.Stage.READ, files, 0);
    }

    private void keep(One one) {
        long size = one.found.stream().mapToLong(each -> each.draft().size()).sum();
        if (size > room - kept) {
            leftOut++;
            unreadable.add(one.file.name());
        } else {
            kept += size;
            found.addAll(one.found);
        }
    }

    /// Whatever a reader stumbles over, the other files go on.
    private One read(SourceFile file) {
        KnowledgeSource source =
                choice.forFile(file.name()).orElseGet(() -> choice.sources().getFirst());
        var one = new One(file, source.refsAreGlobal());
        try {
            source.read(file, one);
        } catch (UnreadableDocumentException e) {
            one.problems.add(new Import.Problem(file.name(), String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            one.problems.add(new Import.Problem(file.name(), "is broken: " + e.getMessage()));
        } catch (StackOverflowError e) {
            one.problems.add(new Import.Problem(file.name(), "is nested deeper than anything that people write"));
        }
        return one;
    }

    /// What one file holds.
    private static final class One implements Drafts {
        private final SourceFile file;
        private final boolean refsAreGlobal;
        private final List<Found> found = new ArrayList<>();
        private final List<Import.Problem> problems = new ArrayList<>();

        One(SourceFile file, boolean refsAreGlobal) {
            this.file = file;
            this.refsAreGlobal = refsAreGlobal;
        }

        @Override
        public void add(Draft draft) {
            found.add(new Found(draft, file.name(), refsAreGlobal));
        }

        @Override
        public void problem(String where, String reason) {
            problems.add(new Import.Problem(file.name() + ", " + where, reason));
        }
    }
}
