package dev.analystcopilot.api.staff.report;

import dev.analystcopilot.api.staff.report.Suspicion.Observable;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report in the form in which alerts come in: an OCSF Detection Finding of the source `staff-report`.
///
/// @param reporter the login, which becomes the alert's user
record ReportedAlert(String id, String reporter, Instant at, Suspicion suspicion) {
    static final String SOURCE = "staff-report";
    private static final int FINDING = 2004;
    private static final int MEDIUM = 3;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    byte[] toJson() {
        ObjectNode record = JSON.createObjectNode();
        record.put("class_uid", FINDING)
                .put("category_uid", 2)
                .put("activity_id", 1)
                .put("time", at.toEpochMilli())
                .put("severity_id", MEDIUM)
                .put("message", message());
        record.putObject("metadata").putObject("product").put("name", SOURCE);
        ObjectNode finding = record.putObject("finding_info");
        finding.put("uid", id).put("title", "Reported by an employee: " + suspicion.subject());
        finding.putObject("analytic").put("uid", SOURCE);
        record.putObject("actor").putObject("user").put("name", reporter);
        ArrayNode observables = record.putArray("observables");
        suspicion.observables().forEach(observable -> add(observables, observable));
        ObjectNode more = record.putObject("unmapped");
        suspicion.details().forEach(more::put);
        return JSON.writeValueAsBytes(record);
    }

    private static void add(ArrayNode observables, Observable observable) {
        observables.addObject().put("type_id", observable.type()).put("value", observable.value());
    }

    private String message() {
        var text = new StringBuilder(suspicion.body());
        for (Map.Entry<String, String> detail : suspicion.details().entrySet()) {
            text.append('\n').append(detail.getKey()).append(": ").append(detail.getValue());
        }
        return text.length() <= LONGEST_MESSAGE ? text.toString() : text.substring(0, LONGEST_MESSAGE);
    }
}
