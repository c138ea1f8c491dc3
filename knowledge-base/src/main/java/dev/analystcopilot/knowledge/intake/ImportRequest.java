package dev.analystcopilot.knowledge.intake;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.Audience;
import java.util.Optional;

/// How an import is to be understood.
///
/// @param kind a source (`attack`, `sigma`, `markdown` …), or what documents are that do not say so (`runbook` …)
/// @param name what the origin is called; the name of the file or folder if empty
/// @param audience of documents that do not say for whom they are; analysts if empty, except for kind `staff`
public record ImportRequest(String kind, Optional<String> name, Optional<Audience> audience) {
    private static final String STAFF = "staff";

    public ImportRequest {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("an import needs a kind");
        }
        requireNonNull(name, "name");
        requireNonNull(audience, "audience");
    }

    public static ImportRequest of(String kind) {
        return new ImportRequest(kind, Optional.empty(), Optional.empty());
    }

    public ImportRequest called(String itsName) {
        return new ImportRequest(kind, Optional.of(itsName), audience);
    }

    public ImportRequest meantFor(Audience readers) {
        return new ImportRequest(kind, name, Optional.of(readers));
    }

    /// Unless somebody says that a document is for staff, it is for analysts only: the safe side.
    Audience audienceOf(String documentKind) {
        return audience.orElse(documentKind.equals(STAFF) ? Audience.STAFF : Audience.ANALYST);
    }
}
