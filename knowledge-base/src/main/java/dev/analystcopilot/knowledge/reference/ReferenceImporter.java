package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportListener.Stage;
import dev.analystcopilot.knowledge.intake.UnpackedFiles;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Change;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Brings inventories, indicators and facts into the store. The same again changes nothing; what has vanished from the
/// file is removed, unless something in it could not be read.
public final class ReferenceImporter {
    private final AssetStore assets;
    private final IndicatorStore indicators;
    private final FactStore facts;

    public ReferenceImporter(Database database) {
        this.assets = new AssetStore(database);
        this.indicators = new IndicatorStore(database);
        this.facts = new FactStore(database);
    }

    /// A file, an archive, or a folder of them.
    ///
    /// @param name what the origin is called
    public Import importPath(Scope scope, Path path, ReferenceKind kind, String name, ImportListener listener) {
        UnpackedFiles unpacked = UnpackedFiles.of(path, kind.wireName(), RowReader::takes);
        var problems = new ArrayList<>(unpacked.problems());
        String origin = kind.wireName() + ":" + name;
        Change change = switch (kind) {
            case ASSETS -> {
                List<Asset> read = read(unpacked, AssetRows::read, problems, listener);
                yield assets.put(scope, origin, read, problems.isEmpty());
            }
            case INDICATORS -> {
                List<Indicator> read = indicators(unpacked, problems, listener);
                yield indicators.put(scope, origin, read, problems.isEmpty());
            }
            case FACTS -> {
                List<Fact> read = read(unpacked, FactRows::read, problems, listener);
                yield facts.put(scope, origin, read, problems.isEmpty());
            }
        };
        return new Import(origin, change.added() + change.changed(), change.unchanged(), change.removed(), 0, problems);
    }

    /// Takes away what an import brought.
    ///
    /// @return how many rows
    public int remove(Scope scope, ReferenceKind kind, String name) {
        String origin = kind.wireName() + ":" + name;
        return switch (kind) {
            case ASSETS -> assets.remove(scope, origin);
            case INDICATORS -> indicators.remove(scope, origin);
            case FACTS -> facts.remove(scope, origin);
        };
    }

    private static <T> List<T> read(
            UnpackedFiles unpacked, Function<Row, T> reader, List<Import.Problem> problems, ImportListener listener) {
        var read = new ArrayList<T>();
        int done = 0;
        for (SourceFile file : unpacked.files()) {
            rows(file, row -> read.add(reader.apply(row)), problems);
            listener.at(Stage.READ, ++done, unpacked.files().size());
        }
        return read;
    }

    /// STIX objects point to each other: all of a file are seen before the first is read.
    private static List<Indicator> indicators(
            UnpackedFiles unpacked, List<Import.Problem> problems, ImportListener listener) {
        var read = new ArrayList<Indicator>();
        int done = 0;
        for (SourceFile file : unpacked.files()) {
            var stix = new ArrayList<Row>();
            var identities = new HashMap<String, String>();
            rows(
                    file,
                    row -> {
                        if (!StixRows.isStix(row)) {
                            read.add(IndicatorRows.read(row));
                        } else if (StixRows.isIndicator(row)) {
                            stix.add(row);
                        } else {
                            row.text("name")
                                    .ifPresent(name ->
                                            identities.put(row.text("id").orElse(""), name));
                        }
                    },
                    problems);
            for (Row row : stix) {
                named(file, row, each -> read.addAll(StixRows.read(each, identities)), problems);
            }
            listener.at(Stage.READ, ++done, unpacked.files().size());
        }
        return read;
    }

    private static void rows(SourceFile file, Consumer<Row> reader, List<Import.Problem> problems) {
        try {
            RowReader.read(file, row -> named(file, row, reader, problems));
        } catch (UnreadableDocumentException e) {
            problems.add(new Import.Problem(file.name(), String.valueOf(e.getMessage())));
        }
    }

    private static void named(SourceFile file, Row row, Consumer<Row> reader, List<Import.Problem> problems) {
        try {
            reader.accept(row);
        } catch (RowException | IllegalArgumentException e) {
            problems.add(new Import.Problem(file.name() + ", line " + row.line(), String.valueOf(e.getMessage())));
        }
    }
}
