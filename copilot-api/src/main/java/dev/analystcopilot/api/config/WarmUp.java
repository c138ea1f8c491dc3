package dev.analystcopilot.api.config;

import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.staff.StaffSearch;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.question.Likeness;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the first question would wait seconds for: models that load, indexes and examples that are read. Each is made
/// once, by the first who needs it; whoever comes meanwhile waits for the same.
@Component
final class WarmUp {
    private static final String ENGLISH = "What do I do with a strange mail?";
    private static final String CHINESE = "收到奇怪的邮件怎么办？";

    private final Embedders embedders;
    private final StaffSearch staff;
    private final Likeness likeness;

    WarmUp(Embedders embedders, StaffSearch staff, Likeness likeness) {
        this.embedders = embedders;
        this.staff = staff;
        this.likeness = likeness;
    }

    record Step(String what, Runnable work) {}

    /// To be taken one after the other; each does without those that failed.
    List<Step> steps(String tenant) {
        var steps = new ArrayList<Step>();
        for (Language language : Language.values()) {
            String name = language.code();
            steps.add(new Step("loading the embedding model of " + name, () -> {
                var _ = embedders.of(language).embedQuery(question(language));
            }));
            steps.add(new Step("indexing the ways to ask for staff documents in " + name, () -> {
                var _ = staff.search(Scope.staff(tenant), question(language), language);
            }));
            steps.add(new Step("reading the examples of questions in " + name, () -> {
                var _ = likeness.of(question(language), language);
            }));
        }
        return steps;
    }

    private static String question(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ZH -> CHINESE;
        };
    }
}
