package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool.Parameter;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.util.ArrayList;
import java.util.List;

/// The filters that searching and counting share.
final class AlertFilters {
    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high", "critical");
    private static final List<String> DISPOSITIONS =
            List.of("true_positive", "benign", "false_positive", "insufficient_data");

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.optional("entity", "type:value, such as host:web-01, ip:192.0.2.7 or user:alice"),
            Parameter.optional("text", "words in title, rule or message"),
            Parameter.oneOf("severity", "at least this severe", SEVERITIES),
            Parameter.optional("rule", "a part of the rule's name or id"),
            Parameter.optional("technique", "ATT&CK id, such as T1110; its sub-techniques count, too"),
            Parameter.optional("source", "the product that raised it, such as wazuh"),
            Parameter.oneOf("disposition", "what triage made of it", DISPOSITIONS),
            Parameter.optional("case", "id of the case it is in"),
            Parameter.optional("from", "not before this time, such as 2022-01-24T03:00:00Z"),
            Parameter.optional("to", "before this time"));

    private AlertFilters() {}

    static HuntQuery query(Arguments arguments) {
        List<HuntCondition> where = new ArrayList<>();
        arguments
                .entity("entity")
                .ifPresent(entity -> where.add(HuntCondition.of(Name.ENTITY, HuntOp.IS, entity.key())));
        add(where, arguments, "text", Name.TEXT, HuntOp.CONTAINS);
        add(where, arguments, "severity", Name.SEVERITY, HuntOp.AT_LEAST);
        add(where, arguments, "rule", Name.RULE, HuntOp.CONTAINS);
        add(where, arguments, "technique", Name.TECHNIQUE, HuntOp.IS);
        add(where, arguments, "source", Name.SOURCE, HuntOp.IS);
        add(where, arguments, "disposition", Name.DISPOSITION, HuntOp.IS);
        add(where, arguments, "case", Name.CASE, HuntOp.IS);
        return HuntQuery.of(where).between(arguments.time("from"), arguments.time("to"));
    }

    private static void add(List<HuntCondition> where, Arguments arguments, String argument, Name field, HuntOp op) {
        arguments.text(argument).ifPresent(value -> where.add(HuntCondition.of(field, op, value)));
    }
}
