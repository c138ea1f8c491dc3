package dev.analystcopilot.knowledge.attack;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The techniques and tactics that ship with the product: ids, names and relations of ATT&CK Enterprise.
public final class TechniqueCatalog {
    private static final String TACTICS = "/knowledge/attack/tactics.tsv";
    private static final String TECHNIQUES = "/knowledge/attack/techniques.tsv";

    private final Map<String, Tactic> tactics = new LinkedHashMap<>();
    private final Map<String, Technique> techniques = new LinkedHashMap<>();

    private TechniqueCatalog() {}

    /// Reads the shipped tables; some milliseconds.
    public static TechniqueCatalog load() {
        var catalog = new TechniqueCatalog();
        rows(TACTICS, 5)
                .forEach(row -> catalog.tactics.put(
                        row[0], new Tactic(row[0], row[1], new Bilingual(row[2], row[3]), Integer.parseInt(row[4]))));
        List<String[]> rows = rows(TECHNIQUES, 5);
        var names = new LinkedHashMap<String, Bilingual>();
        rows.forEach(row -> names.put(row[0], new Bilingual(row[1], row[2].isEmpty() ? row[1] : row[2])));
        rows.forEach(row -> catalog.techniques.put(row[0], catalog.technique(row, names)));
        return catalog;
    }

    private Technique technique(String[] row, Map<String, Bilingual> names) {
        Bilingual own = names.getOrDefault(row[0], Bilingual.same(row[0]));
        Bilingual parent = names.get(row[4]);
        Bilingual name =
                parent == null ? own : new Bilingual(parent.en() + ": " + own.en(), parent.zh() + "：" + own.zh());
        List<Tactic> inOrder = Arrays.stream(row[3].split(","))
                .map(id -> tactic(id.strip())
                        .orElseThrow(() -> new IllegalStateException(TECHNIQUES + ": unknown tactic " + id)))
                .sorted(Comparator.comparingInt(Tactic::order))
                .toList();
        return new Technique(row[0], name, inOrder);
    }

    /// An unknown sub-technique yields its parent, so that an id of a newer ATT&CK version still has a name.
    public Optional<Technique> technique(String id) {
        Technique known = techniques.get(id);
        int dot = id.indexOf('.');
        return known == null && dot > 0
                ? Optional.ofNullable(techniques.get(id.substring(0, dot)))
                : Optional.ofNullable(known);
    }

    public Optional<Tactic> tactic(String id) {
        return Optional.ofNullable(tactics.get(id));
    }

    public Collection<Technique> techniques() {
        return Collections.unmodifiableCollection(techniques.values());
    }

    public Collection<Tactic> tactics() {
        return Collections.unmodifiableCollection(tactics.values());
    }

    /// Rows after the comment lines and the header, each filled up to `columns` with empty strings.
    private static List<String[]> rows(String resource, int columns) {
        try (InputStream in = TechniqueCatalog.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> {
                        String[] row = Arrays.copyOf(line.split("\t", -1), columns);
                        for (int i = 0; i < columns; i++) {
                            row[i] = row[i] == null ? "" : row[i].strip();
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
