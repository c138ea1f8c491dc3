package dev.analystcopilot.knowledge.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search for staff with a model that knows nothing, so that what it costs can be counted.
@Tag("slow")
class StaffSearchTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int ASKERS = 4;
    private static final Scope STAFF = Scope.staff("acme");
    private static final CountingEmbedder ENGLISH = new CountingEmbedder();
    private static final CountingEmbedder CHINESE = new CountingEmbedder();

    /// The same vector for everything; counts the texts.
    private static final class CountingEmbedder implements TextEmbedder {
        private final AtomicInteger texts = new AtomicInteger();
        private final Set<String> known = ConcurrentHashMap.newKeySet();

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public int dimension() {
            return 8;
        }

        @Override
        public List<Vector> embed(List<String> some) {
            texts.addAndGet(some.size());
            known.addAll(some);
            return some.stream().map(text -> Vector.of(1, 0, 0, 0, 0, 0, 0, 0)).toList();
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

    @ParameterizedTest
    @ValueSource(strings = {"I clicked a suspicious link", "Is there a lift for bicycles?"})
    void embedAQuestionOnce(String question) {
        var embedders = new Embedders(ENGLISH, CHINESE);
        var search = new KnowledgeSearch(DB.database(), embedders);
        var staff = new StaffSearch(DB.database(), search, embedders);
        var _ = staff.search(STAFF, "what comes first makes the index", Language.EN);
        int before = ENGLISH.texts.get() + CHINESE.texts.get();

        var _ = staff.search(STAFF, question, Language.EN);
        var _ = search.meaning(question, Language.EN);

        assertThat(ENGLISH.texts.get() + CHINESE.texts.get() - before).isEqualTo(1);
    }

    @Test
    void putsTheStepsOfAnEmergencyFirstWithoutAnyModel() {
        var embedders = new Embedders(ENGLISH, CHINESE);
        var staff = new StaffSearch(DB.database(), new KnowledgeSearch(DB.database(), embedders), embedders);

        assertThat(staff.search(STAFF, "我的手机被偷了", Language.ZH))
                .first()
                .extracting(StaffMatch::ref, StaffMatch::sureness)
                .containsExactly("lost-phone", Sureness.SURE);
    }

    @Test
    void makesTheIndexOnceForAllWhoAskBeforeItIsThere() throws Exception {
        var counting = new CountingEmbedder();
        var embedders = new Embedders(counting, CHINESE);
        var staff = new StaffSearch(DB.database(), new KnowledgeSearch(DB.database(), embedders), embedders);
        var together = new CyclicBarrier(ASKERS);

        try (var threads = Executors.newFixedThreadPool(ASKERS)) {
            List<Future<List<StaffMatch>>> asked = IntStream.range(0, ASKERS)
                    .mapToObj(i -> threads.submit(() -> {
                        var _ = together.await();
                        return staff.search(STAFF, "May I take my screen number " + i + " home?", Language.EN);
                    }))
                    .toList();
            for (Future<List<StaffMatch>> one : asked) {
                assertThat(one.get()).isNotEmpty();
            }
        }

        assertThat(counting.known).hasSizeGreaterThan(ASKERS).hasSize(counting.texts.get());
    }

    @Test
    void doNotLookAtWhatMachinesAreCalled() {
        var embedders = new Embedders(ENGLISH, CHINESE);
        var staff = new StaffSearch(DB.database(), new KnowledgeSearch(DB.database(), embedders), embedders);

        assertThat(staff.search(STAFF, "Does web-01 exist?", Language.EN))
                .isEqualTo(staff.search(STAFF, "Does 192.0.2.7 exist?", Language.EN));
    }
}
