package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that a person gives one by one, read as those of a file are.
public final class Given {

    private Given() {}

    /// `host:web-01`, or a value that says by its shape what it is; defanged ones too.
    ///
    /// @throws IllegalArgumentException with a reason for people
    public static Entity entity(String text) {
        try {
            return Values.entity(text);
        } catch (RowException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// @throws IllegalArgumentException with a reason for people and a remedy
    public static Fact fact(
            Optional<String> kind,
            List<String> entities,
            Optional<String> from,
            Optional<String> until,
            Optional<String> note,
            String approvedBy) {
        Map<String, JsonNode> fields = new HashMap<>();
        kind.ifPresent(text -> put(fields, "kind", text));
        put(fields, "entities", String.join(";", entities));
        from.ifPresent(text -> put(fields, "from", text));
        until.ifPresent(text -> put(fields, "until", text));
        note.ifPresent(text -> put(fields, "note", text));
        put(fields, "approved_by", approvedBy);
        try {
            return FactRows.read(new Row(1, fields));
        } catch (RowException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void put(Map<String, JsonNode> fields, String name, String text) {
        fields.put(name, JsonNodeFactory.instance.stringNode(text));
    }
}
