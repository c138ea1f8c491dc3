package dev.analystcopilot.api.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.narrate.fact.ComparedCases;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class CaseSearchTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final Scope SCOPE = Scope.analyst("demo");
    private static final Instant NOW = Instant.parse("2022-01-26T12:00:00Z");
    private static final String EVENING = "case-000000000001";
    private static final String MORNING = "case-000000000002";
    private static final String ELSEWHERE = "case-000000000003";
    private static final String HARMLESS = "case-000000000004";
    private static final String LOUD = "case-000000000005";
    private static final String WEAK = "case-000000000006";

    @BeforeAll
    static void store() {
        API.database()
                .cases()
                .replaceAll(
                        SCOPE,
                        List.of(
                                row(EVENING, "shop-web-01", 0.3, Verdict.INSUFFICIENT_DATA, "2022-01-24T21:00:00Z"),
                                row(MORNING, "shop-web-01", 0.9, Verdict.TRUE_POSITIVE, "2022-01-24T03:00:00Z"),
                                row(ELSEWHERE, "db-02", 0.95, Verdict.TRUE_POSITIVE, "2022-01-24T04:00:00Z"),
                                row(HARMLESS, "shop-web-01", 0.8, Verdict.BENIGN, "2022-01-23T04:00:00Z"),
                                row(LOUD, "shop-web-01", 0.6, Verdict.INSUFFICIENT_DATA, "2022-01-22T04:00:00Z"),
                                row(WEAK, "shop-web-01", 0.1, Verdict.INSUFFICIENT_DATA, "2022-01-21T04:00:00Z")),
                        List.of());
    }

    @Test
    void findsWhatIsBiggerOutsideTheTime() {
        CaseSearch.Found found = find("What happened on shop-web-01 on 24 January 2022 between 20:00 and 23:00 UTC?");

        assertThat(found.cases()).extracting(CaseDocument::id).containsExactly(EVENING);
        assertThat(found.outside()).extracting(CaseDocument::id).containsExactly(MORNING, LOUD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                What happened on shop-web-01?
                What happened on 24 January 2022 between 20:00 and 23:00 UTC?
                What happened on shop-web-01 on 20 January 2022?
                """)
    void looksOutsideOnlyOfATimeThatHasTheNamedThing(String asked) {
        assertThat(find(asked).outside()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                compare the two worst cases                    | case-000000000003 | case-000000000002
                compare case 1 and 3 of the list               | case-000000000003 | case-000000000004
                比较最严重的两个案件                               | case-000000000003 | case-000000000002
                compare case-000000000006 with the worst case  | case-000000000006 | case-000000000003
                """)
    void comparesByPlace(String asked, String one, String other) {
        Question question = read(asked);
        TopicReader topics = API.part(TopicReader.class);
        List<CaseDocument> found = topics.wantsCases(question) ? find(asked).cases() : List.of();

        Topic topic = topics.read(SCOPE, question, found, NOW);

        assertThat(((ComparedCases) topic).cases()).extracting(CaseDocument::id).containsExactly(one, other);
    }

    private static CaseSearch.Found find(String asked) {
        return API.part(CaseSearch.class).find(SCOPE, read(asked));
    }

    private static Question read(String asked) {
        return new QuestionReader().read(asked, Optional.empty(), NOW);
    }

    private static CaseRow row(String id, String host, double score, Verdict verdict, String from) {
        Instant first = Instant.parse(from);
        var document = new CaseDocument(
                id,
                Bilingual.same("Alerts on " + host),
                3,
                score,
                verdict.wireName(),
                0.9,
                first,
                first.plusSeconds(600),
                null,
                List.of(new EntityCount("host", host, 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Bilingual.same(""),
                List.of(),
                List.of());
        return new CaseRow(
                id,
                document.title().en(),
                score,
                verdict,
                0.9,
                document.firstSeen(),
                document.lastSeen(),
                3,
                List.of("host:" + host),
                null,
                CaseDocuments.toJson(document));
    }
}
