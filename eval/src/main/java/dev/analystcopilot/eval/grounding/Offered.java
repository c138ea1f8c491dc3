package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.eval.llm.Exchange;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The evidence that a request offers, with what the store really holds of it.
record Offered(Map<Integer, Alert> alerts, Map<Integer, CaseDocument> cases, int items) {
    private static final Pattern BLOCK =
            Pattern.compile("<evidence n=\"(\\d+)\" kind=\"(\\w+)\" id=\"([^\"]*)\">", Pattern.CASE_INSENSITIVE);

    static Offered in(JsonNode request, Database database, Scope scope) {
        Map<Integer, Alert> alerts = new TreeMap<>();
        Map<Integer, CaseDocument> cases = new TreeMap<>();
        int items = 0;
        Matcher block = BLOCK.matcher(Exchange.last(request, "user"));
        while (block.find()) {
            int n = Integer.parseInt(block.group(1));
            items = Math.max(items, n);
            String id = block.group(3);
            switch (block.group(2)) {
                case "alert" -> database.alerts().find(scope, id).ifPresent(alert -> alerts.put(n, alert));
                case "case" ->
                    database.cases()
                            .find(scope, id)
                            .ifPresent(row -> cases.put(n, CaseDocuments.ofJson(row.document())));
                default -> {}
            }
        }
        return new Offered(alerts, cases, items);
    }
}
