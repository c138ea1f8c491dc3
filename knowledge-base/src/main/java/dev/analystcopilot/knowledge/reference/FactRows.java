package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Rows of facts: `kind,entities,from,until,note,approved_by`.
final class FactRows {

    private FactRows() {}

    static Fact read(Row row) {
        Fact.Kind kind = kind(row.text("kind", "type", "类型")
                .orElseThrow(() -> new RowException("there is no kind: fill it with one of " + KINDS)));
        List<Entity> entities = row.texts("entities", "entity", "hosts", "addresses", "对象").stream()
                .map(Values::entity)
                .toList();
        if (entities.isEmpty()) {
            throw new RowException("it is about nobody: fill 'entities', such as host:web-01;ip:10.1.0.0/16");
        }
        Instant until = row.text("until", "valid_until", "expires", "to", "截止")
                .map(at -> Values.time("until", at, true))
                .orElseThrow(() -> new RowException("it never ends: fill 'until' with the day after which it must be"
                        + " confirmed again, such as 2026-12-31; what holds for ever hides what happens later"));
        Instant from = row.text("from", "valid_from", "since", "开始")
                .map(at -> Values.time("from", at, false))
                .orElse(Instant.EPOCH);
        if (!until.isAfter(from)) {
            throw new RowException("it ends before it begins: 'until' comes after 'from'");
        }
        String approvedBy = row.text("approved_by", "approver", "批准人")
                .orElseThrow(() -> new RowException("nobody answers for it: fill 'approved_by' with a person"));
        String note = row.text("note", "notes", "description", "reason", "说明").orElse("");
        String id = row.text("id").orElseGet(() -> id(kind, entities, from, until));
        return new Fact(id, kind, entities, from, until, note, approvedBy);
    }

    private static final String KINDS = "maintenance_window, approved_scanner, pentest, exception";

    private static Fact.Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_")) {
            case "maintenance_window", "maintenance", "维护窗口", "维护" -> Fact.Kind.MAINTENANCE_WINDOW;
            case "approved_scanner", "scanner", "授权扫描", "扫描器" -> Fact.Kind.APPROVED_SCANNER;
            case "pentest", "penetration_test", "red_team", "渗透测试" -> Fact.Kind.PENTEST;
            case "exception", "waiver", "例外" -> Fact.Kind.EXCEPTION;
            default -> throw new RowException("kind is one of " + KINDS + ", not '" + Values.shown(text) + "'");
        };
    }

    /// The same fact has the same id in every import.
    private static String id(Fact.Kind kind, List<Entity> entities, Instant from, Instant until) {
        String all = kind + " " + entities.stream().map(Entity::key).sorted().toList() + " " + from + " " + until;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
