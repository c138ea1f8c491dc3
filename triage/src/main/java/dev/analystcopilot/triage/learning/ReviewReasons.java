package dev.analystcopilot.triage.learning;

import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Why a case is shown again, as the store keeps it.
public final class ReviewReasons {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ReasonDocument>> REASONS = new TypeReference<>() {};

    private ReviewReasons() {}

    static String toJson(List<Reason> reasons) {
        return JSON.writeValueAsString(reasons.stream()
                .map(reason -> new ReasonDocument(
                        reason.code(), reason.text().en(), reason.text().zh()))
                .toList());
    }

    public static List<ReasonDocument> ofJson(String json) {
        return JSON.readValue(json, REASONS);
    }
}
