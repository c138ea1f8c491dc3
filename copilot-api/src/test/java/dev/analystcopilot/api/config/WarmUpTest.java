package dev.analystcopilot.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.staff.StaffSearch;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.meaning.NearestExamples;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class WarmUpTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String TENANT = "acme";

    private final Model english = new Model();
    private final Model chinese = new Model();
    private final Embedders embedders = new Embedders(english, chinese);
    private final StaffSearch staff =
            new StaffSearch(DB.database(), new KnowledgeSearch(DB.database(), embedders), embedders);
    private final NearestExamples examples = new NearestExamples(embedders);
    private final WarmUp warmUp = new WarmUp(embedders, staff, examples);

    /// Counts what it embeds, or cannot be loaded.
    private static final class Model implements TextEmbedder {
        private final AtomicInteger texts = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<Vector> embed(List<String> some) {
            if (broken) {
                throw new IllegalStateException("the model cannot be loaded");
            }
            texts.addAndGet(some.size());
            return some.stream()
                    .map(text -> Vector.of(1, Math.floorMod(text.hashCode(), 1_000)))
                    .toList();
        }

        @Override
        public Vector embedQuery(String question) {
            return embed(List.of(question)).getFirst();
        }

        @Override
        public void close() {}
    }

    @BeforeAll
    static void load() {
        var _ = ProductKnowledge.load(DB.database());
    }

    @Test
    void leavesNothingToTheFirstQuestionButTheQuestion() {
        warmUp.steps(TENANT).forEach(step -> step.work().run());
        int before = english.texts.get() + chinese.texts.get();

        var _ = staff.search(Scope.staff(TENANT), "Is there a lift for bicycles?", Language.EN);
        var _ = staff.search(Scope.staff(TENANT), "有自行车电梯吗？", Language.ZH);
        var _ = examples.of("which cases are open", Language.EN);
        var _ = examples.of("哪些案件没有关闭", Language.ZH);

        assertThat(english.texts.get() + chinese.texts.get() - before).isEqualTo(4);
    }

    @Test
    void goesOnWithTheOtherLanguageWhereAModelIsMissing() {
        english.broken = true;
        List<WarmUp.Step> steps = warmUp.steps(TENANT);
        List<WarmUp.Step> own = steps.subList(0, steps.size() / 2);
        List<WarmUp.Step> others = steps.subList(steps.size() / 2, steps.size());

        assertThat(own).allSatisfy(step -> assertThatThrownBy(step.work()::run).hasMessageContaining("loaded"));
        others.forEach(step -> step.work().run());

        assertThat(chinese.texts.get()).isPositive();
        english.broken = false;
        assertThat(staff.search(Scope.staff(TENANT), "My phone was stolen", Language.EN))
                .isNotEmpty();
    }
}
