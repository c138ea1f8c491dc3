package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The shipped knowledge, found by words alone first, then by words and meaning.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KnowledgeSearchTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Embedders EMBEDDERS = new Embedders(BgeEmbedder.english(), BgeEmbedder.chinese());
    private static final Scope ANALYST = Scope.analyst("acme");
    private static final Scope STAFF = Scope.staff("acme");

    @BeforeAll
    static void load() {
        Instant begin = Instant.now();
        var done = ProductKnowledge.load(DB.database());
        System.out.printf("product knowledge: %s in %s%n", done, Duration.between(begin, Instant.now()));
    }

    @AfterAll
    static void close() throws Exception {
        EMBEDDERS.english().close();
        EMBEDDERS.chinese().close();
    }

    private static List<PassageHit> search(Scope scope, KnowledgeQuery query) {
        return new KnowledgeSearch(DB.database(), EMBEDDERS).search(scope, query);
    }

    @Test
    @Order(1)
    void loadingAgainChangesNothing() {
        assertThat(ProductKnowledge.load(DB.database()).changed()).isZero();
    }

    @Test
    @Order(2)
    void wordsAloneFindARunbook() {
        assertThat(search(ANALYST, KnowledgeQuery.of("web shell uploaded", 3).among("runbook")))
                .extracting(PassageHit::ref)
                .contains("web-shell");
    }

    @Test
    @Order(2)
    void wordsAloneFindAChineseRunbook() {
        assertThat(search(ANALYST, KnowledgeQuery.of("如何处置网页后门", 3).among("runbook")))
                .extracting(PassageHit::ref)
                .contains("web-shell");
    }

    @Test
    @Order(2)
    void staffFindNothingButWhatIsForStaff() {
        List<String> seen =
                search(STAFF, KnowledgeQuery.of("web shell privilege escalation phishing mail link", 50)).stream()
                        .map(PassageHit::passageId)
                        .toList();

        assertThat(seen).isNotEmpty();
        assertThat(DB.database().passages().find(ANALYST, seen))
                .allMatch(passage -> passage.audience().wireName().equals("staff"));
    }

    @Test
    @Order(2)
    void hostileQuestionsFindNothingAndBreakNothing() {
        assertThat(search(
                        ANALYST,
                        KnowledgeQuery.of("'; DROP TABLE passage; -- \\ %", 3).among("nosuchkind")))
                .isEmpty();
        assertThat(search(ANALYST, KnowledgeQuery.of("  ", 3))).isEmpty();
    }

    @Test
    @Order(3)
    void embeddingGoesThroughOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("attachment.md"), """
                ---
                audience: staff
                lang: en
                title: Opened a file from a stranger
                ---
                ## Do this now
                Unplug the cable and call the security desk.
                """);
        Files.writeString(folder.resolve("canteen.md"), """
                ---
                audience: staff
                lang: en
                title: Canteen
                ---
                ## Lunch
                The canteen serves soup from eleven.
                """);
        Files.writeString(folder.resolve("link.md"), """
                ---
                audience: staff
                lang: zh
                title: 点了可疑链接
                ---
                ## 马上做
                断开网络，联系安全部门。
                """);
        new KnowledgeImporter(DB.database())
                .importPath(ANALYST, folder, ImportRequest.of("site"), ImportListener.none());
        var embedding = new PassageEmbedding(DB.database(), EMBEDDERS);

        assertThat(embedding.embedPending(ANALYST, (done, total) -> {})).isEqualTo(3);
        assertThat(embedding.embedPending(ANALYST, (done, total) -> {})).isZero();
    }

    @Test
    @Order(4)
    void meaningFindsWhatWordsDoNot() {
        PassageHit best = search(
                        STAFF,
                        KnowledgeQuery.of("I clicked on an attachment by mistake", 1)
                                .among("site"))
                .getFirst();

        assertThat(best.ref()).isEqualTo("attachment");
        assertThat(best.why().words()).isEmpty();
    }

    @Test
    @Order(4)
    void aChineseQuestionFindsChinesePassages() {
        assertThat(search(STAFF, KnowledgeQuery.of("我点了可疑链接怎么办", 5)))
                .isNotEmpty()
                .allMatch(hit -> hit.language() == Language.ZH);
    }

    @Test
    @Order(4)
    void otherTenantsDoNotSeeASitesOwn() {
        assertThat(search(
                        Scope.analyst("other"),
                        KnowledgeQuery.of("canteen soup", 5).among("site")))
                .isEmpty();
    }

    @Test
    @Order(4)
    void aDocumentComesOnceUnlessAllPassagesAreAskedFor() {
        var query = KnowledgeQuery.of("contain and eradicate a web shell", 20).among("runbook");

        assertThat(search(ANALYST, query)).extracting(PassageHit::ref).doesNotHaveDuplicates();
        assertThat(search(ANALYST, query.allPassages()))
                .extracting(PassageHit::ref)
                .contains("web-shell")
                .hasSizeGreaterThan(search(ANALYST, query).size() - 1);
    }

    @Test
    @Order(4)
    void everyHitSaysWhyInBothLanguages() {
        assertThat(search(STAFF, KnowledgeQuery.of("I clicked a suspicious link", 5)))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.why().text().en()).isNotBlank())
                .allSatisfy(hit -> assertThat(hit.why().text().zh()).isNotBlank())
                .allSatisfy(hit -> assertThat(hit.relevance()).isBetween(0.0, 1.0));
    }

    @Test
    @Order(4)
    void aQuestionAboutSomethingElseIsAnsweredByNothingThatFits() {
        assertThat(search(STAFF, KnowledgeQuery.of("How do I knit a scarf?", 5)))
                .noneMatch(PassageHit::fits);
        assertThat(search(STAFF, KnowledgeQuery.of("围巾怎么织？", 5))).noneMatch(PassageHit::fits);
    }

    @Test
    @Order(5)
    void aDocumentOfTheOtherLanguageJoinsWhereThereIsNoVersionInTheOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("badge-printer.md"), """
                ---
                lang: en
                title: Ransomware on the badge printer
                ---
                ## Contain
                Unplug the badge printer and isolate its server before the ransomware encrypts the badges.
                """);
        new KnowledgeImporter(DB.database())
                .importPath(Scope.analyst("plant"), folder, ImportRequest.of("plan"), ImportListener.none());
        new PassageEmbedding(DB.database(), EMBEDDERS).embedPending(Scope.analyst("plant"), (done, total) -> {});

        assertThat(search(Scope.analyst("plant"), KnowledgeQuery.of("门禁卡打印机中了勒索病毒怎么遏制", 1)))
                .extracting(PassageHit::ref)
                .containsExactly("badge-printer");
        assertThat(search(Scope.analyst("plant"), KnowledgeQuery.of("勒索病毒怎么遏制", 20)).stream()
                        .filter(hit -> hit.ref().equals("ransomware")))
                .extracting(PassageHit::language)
                .containsExactly(Language.ZH);
    }
}
