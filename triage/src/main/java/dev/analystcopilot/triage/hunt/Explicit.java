package dev.analystcopilot.triage.hunt;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads conditions that are spelt out, such as `rule contains ssh`, `severity >= high`, `user:alice` or 主机为web-01; and
/// what stands in quotes.
final class Explicit {
    private static final String VALUE = "(\"[^\"]{1,200}\"|'[^']{1,200}'|“[^”]{1,200}”|[^\\s,，。;；?？、）)]+)";
    private static final Pattern QUOTED = Pattern.compile("[\"“`「『]([^\"“”`「」『』\\n]{2,200})[\"”`」』]");
    // After words that also make plain sentences ("which host is affected"), only what looks like a name is a value.
    private static final Pattern NAME_LIKE = Pattern.compile("[\"'“].*|.*[\\d_.@\\\\/$-].*");

    /// "用户是alice的告警": the name ends where Chinese goes on.
    private static final Pattern NAME_BEFORE_CHINESE = Pattern.compile("^([\\x21-\\x7e]+)的?\\p{IsHan}.*$");

    private final Fields fields;
    private final Pattern signs;
    private final Pattern words;

    Explicit(Fields fields) {
        this.fields = fields;
        String field = "(?<![\\w.-])" + fields.pattern();
        this.signs = Pattern.compile(field + "\\s*(>=|<=|!=|==|=|[:：](?!//))\\s*" + VALUE, CASE_INSENSITIVE);
        this.words = Pattern.compile(
                field
                        + "\\s*(?: (is not|is|isn't|equals|contains?|containing|does not equal|at least|at most)"
                        + " |(不等于|不是|不为|等于|名为|包含|含有|至少为?|不低于|至多为?|不高于|为|是))\\s*"
                        + VALUE,
                CASE_INSENSITIVE);
    }

    void read(Unread text, Conditions conditions) {
        for (MatchResult match : text.take(signs)) {
            read(match.group(1), match.group(2), match.group(3), conditions);
        }
        var rest = words.matcher(text.rest());
        while (rest.find()) {
            String op = rest.group(2) == null ? rest.group(3) : rest.group(2);
            String value = rest.group(4);
            boolean sure = HuntWords.lower(op).startsWith("contain") || op.equals("包含") || op.equals("含有");
            if ((sure || NAME_LIKE.matcher(value).matches()) && read(rest.group(1), op, value, conditions)) {
                text.blank(rest.start(), rest.end());
            }
        }
        for (MatchResult match : text.take(QUOTED)) {
            conditions.add(Name.TEXT, HuntOp.CONTAINS, match.group(1));
        }
    }

    private boolean read(String name, String sign, String given, Conditions conditions) {
        Optional<HuntField> field = fields.named(name);
        HuntOp op = op(HuntWords.lower(sign));
        String value = NAME_BEFORE_CHINESE
                .matcher(given.replaceAll("^[\"'“]|[\"'”.!。]+$", ""))
                .replaceAll("$1");
        if (field.isEmpty() || value.isBlank()) {
            return false;
        }
        try {
            if (field.get() instanceof HuntField.Known known && known.name() == Name.SEVERITY) {
                conditions.add(field.get(), op, Levels.level(value));
            } else {
                conditions.add(field.get(), op, value);
            }
            var _ = conditions.found();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static HuntOp op(String sign) {
        return switch (sign) {
            case ">=", "at least", "至少", "至少为", "不低于" -> HuntOp.AT_LEAST;
            case "<=", "at most", "至多", "至多为", "不高于" -> HuntOp.AT_MOST;
            case "!=", "is not", "isn't", "does not equal", "不等于", "不是", "不为" -> HuntOp.IS_NOT;
            case "contain", "contains", "containing", "包含", "含有" -> HuntOp.CONTAINS;
            default -> HuntOp.IS;
        };
    }
}
