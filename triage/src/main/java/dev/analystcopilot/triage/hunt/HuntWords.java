package dev.analystcopilot.triage.hunt;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A hunt in words, exactly: fields by the names that they have in queries, so that it can be compared with them.
public final class HuntWords {
    private HuntWords() {}

    public static Bilingual of(HuntQuery query) {
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        query.where().forEach(condition -> {
            en.add(condition.field().wireName() + " "
                    + condition.op().wireName().replace('_', ' ') + " " + values(condition, " or "));
            zh.add(condition.field().wireName() + " " + chinese(condition.op()) + " " + values(condition, " 或 "));
        });
        query.from().ifPresent(from -> {
            en.add("from " + from);
            zh.add("从 " + from);
        });
        query.to().ifPresent(to -> {
            en.add("before " + to);
            zh.add("早于 " + to);
        });
        String english = en.isEmpty() ? "all alerts" : "alerts where " + String.join(" and ", en);
        String chinese = zh.isEmpty() ? "所有告警" : "满足以下条件的告警：" + String.join("，且 ", zh);
        return query.groupBy()
                .map(HuntField::wireName)
                .map(field -> new Bilingual(english + ", counted by " + field, chinese + "，按 " + field + " 统计"))
                .orElse(new Bilingual(english, chinese));
    }

    private static String values(HuntCondition condition, String or) {
        return condition.values().stream().collect(Collectors.joining(or));
    }

    private static String chinese(HuntOp op) {
        return switch (op) {
            case IS -> "为";
            case IS_NOT -> "不为";
            case CONTAINS -> "包含";
            case AT_LEAST -> "至少为";
            case AT_MOST -> "至多为";
            case IN -> "属于";
        };
    }

    /// The spelling of names in word lists.
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
