package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// STIX 2.1 indicators; who made them stands in other objects of the same bundle.
final class StixRows {
    private static final int USUAL_CONFIDENCE = 50;

    private StixRows() {}

    static boolean isStix(Row row) {
        return row.text("id").filter(id -> id.contains("--")).isPresent()
                && row.text("type").isPresent();
    }

    static boolean isIndicator(Row row) {
        return row.text("type").filter("indicator"::equals).isPresent()
                && row.text("revoked").filter("true"::equals).isEmpty();
    }

    /// @param identities names by id
    static List<Indicator> read(Row row, Map<String, String> identities) {
        String kind = row.text("pattern_type").orElse("stix");
        if (!kind.equals("stix")) {
            throw new RowException("the pattern is in '" + Values.shown(kind) + "': only STIX patterns are matched");
        }
        String pattern = row.text("pattern").orElseThrow(() -> new RowException("the indicator has no pattern"));
        var labels = new ArrayList<>(row.texts("labels"));
        labels.addAll(row.texts("indicator_types"));
        Optional<String> maker = row.text("created_by_ref");
        String source = maker.map(id -> identities.getOrDefault(id, "")).orElse("");
        return StixPatterns.entities(pattern).stream()
                .map(entity -> new Indicator(
                        entity,
                        row.text("name").orElse(""),
                        source,
                        row.text("confidence").map(IndicatorRows::confidence).orElse(USUAL_CONFIDENCE),
                        labels,
                        row.text("valid_from").map(at -> Values.time("valid_from", at, false)),
                        row.text("valid_until").map(at -> Values.time("valid_until", at, true))))
                .toList();
    }
}
