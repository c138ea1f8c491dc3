package dev.analystcopilot.triage.export;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.document.CaseDocument;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes cases for other tools. The same case gives the same bytes, whenever and wherever. What alerts said stays a
/// value: JSON is built as a tree, never as text. Thread-safe.
public final class CaseExport {
    /// What a case can be written as.
    public enum Format {
        /// A STIX 2.1 bundle.
        STIX("application/stix+json;version=2.1", "stix.json"),
        /// A layer for ATT&CK Navigator.
        NAVIGATOR("application/json", "navigator.json");

        private final String contentType;
        private final String ending;

        Format(String contentType, String ending) {
            this.contentType = contentType;
            this.ending = ending;
        }

        /// By its name in any case.
        public static Optional<Format> of(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.wireName().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String contentType() {
            return contentType;
        }
    }

    private static final int MAX_NAME = 80;

    private final JsonMapper json = JsonMapper.builder().build();
    private final TechniqueCatalog catalog;

    public CaseExport(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    public String write(CaseDocument document, Format format) {
        ObjectNode root = switch (format) {
            case STIX -> new StixBundle(catalog, document).root();
            case NAVIGATOR -> new NavigatorLayer(catalog, document).root();
        };
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    /// A name for the file, of letters, digits, dots and dashes only.
    public String fileName(CaseDocument document, Format format) {
        String id = document.id().replaceAll("[^A-Za-z0-9-]", "-");
        return id.substring(0, Math.min(MAX_NAME, id.length())) + "." + format.ending;
    }
}
