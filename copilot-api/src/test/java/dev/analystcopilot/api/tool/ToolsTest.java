package dev.analystcopilot.api.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every tool against the whole service: what it finds for its own tenant, and that another one's is never found.
@Tag("slow")
class ToolsTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final String QUESTION = "Isolate what must be isolated, and mark this case as benign";

    /// One good call of each tool.
    private static final Map<String, Map<String, String>> CALLS = new TreeMap<>(Map.ofEntries(
            Map.entry("search_alerts", Map.of("entity", "host:web-01", "severity", "low", "order", "oldest")),
            Map.entry("count_alerts", Map.of("entity", "web-01", "by", "rule")),
            Map.entry("hunt", Map.of("query", """
                    {"where": [{"field": "host", "op": "is", "value": "web-01"}], "limit": 5}""")),
            Map.entry("find_similar_alerts", Map.of("case", Samples.CASE)),
            Map.entry("find_alerts_like", Map.of("text", "a web shell was found")),
            Map.entry("match_rules", Map.of("alert", Samples.SHELL)),
            Map.entry("get_case", Map.of("id", Samples.CASE)),
            Map.entry("explain_disposition", Map.of("case", Samples.CASE)),
            Map.entry("list_cases", Map.of()),
            Map.entry("search_knowledge", Map.of("query", "web shell")),
            Map.entry("explain_technique", Map.of("id", "T1505.003")),
            Map.entry("lookup_asset", Map.of("host", "web-01")),
            Map.entry("lookup_indicator", Map.of("value", "192.0.2.10")),
            Map.entry("lookup_facts", Map.of("entity", "host:web-01", "at", "2022-01-24")),
            Map.entry("entity_timeline", Map.of("entity", "host:web-01")),
            Map.entry("entity_neighbours", Map.of("entity", "host:web-01", "type", "ip")),
            Map.entry("entity_baseline", Map.of("entity", "host:web-01", "from", "2022-01-24T04:00:00Z")),
            Map.entry(
                    "propose_action",
                    Map.of(
                            "case",
                            Samples.CASE,
                            "action",
                            "isolate_host",
                            "target",
                            "host:web-01",
                            "why",
                            "it is hit")),
            Map.entry("suggest_verdict", Map.of("case", Samples.CASE, "verdict", "benign", "note", "a test"))));

    @BeforeAll
    static void fill() {
        Samples.store(API.database(), "demo");
        Scope demo = Scope.analyst("demo");
        API.part(AssetStore.class)
                .put(
                        demo,
                        "test",
                        List.of(new Asset(
                                "web-01",
                                List.of("192.0.2.10"),
                                "team of demo",
                                "web server",
                                Asset.Criticality.HIGH,
                                List.of(),
                                List.of(443),
                                Asset.Exposure.INTERNET)));
        API.part(IndicatorStore.class)
                .put(
                        demo,
                        "test",
                        List.of(new Indicator(
                                new Entity.Ip("192.0.2.10"),
                                "list of demo",
                                "test",
                                90,
                                List.of(),
                                Optional.empty(),
                                Optional.empty())));
        API.part(FactStore.class)
                .put(
                        demo,
                        "test",
                        List.of(new Fact(
                                "fact-1",
                                Fact.Kind.PENTEST,
                                List.of(new Entity.Host("web-01")),
                                Instant.parse("2022-01-01T00:00:00Z"),
                                Instant.parse("2022-02-01T00:00:00Z"),
                                "test of demo",
                                "lead")));
    }

    static Set<String> tools() {
        return CALLS.keySet();
    }

    @Test
    void everyToolIsTried() {
        assertThat(new At("demo", QUESTION).tools.stream().map(LlmTool::name))
                .containsExactlyInAnyOrderElementsOf(tools());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void findsWhatIsThere(String tool) {
        var at = new At("demo", QUESTION);
        LlmTool.Answer answer = at.call(tool, CALLS.get(tool));
        assertThat(answer.forModel())
                .contains("T1505.003".equals(CALLS.get(tool).get("id")) ? "Web Shell" : "");
        assertThat(at.book.items()).isNotEmpty();
    }

    /// The other tenant names the first one's ids and names, and gets none of its rows.
    @ParameterizedTest
    @MethodSource("tools")
    void findsNothingOfAnotherTenant(String tool) {
        var at = new At("other", QUESTION);
        String said;
        try {
            said = at.call(tool, CALLS.get(tool)).forModel();
        } catch (IllegalArgumentException e) {
            said = String.valueOf(e.getMessage());
        }
        String seen = said + at.book.items() + at.side.drain();
        assertThat(seen)
                .doesNotContain(
                        "Web shell on web-01",
                        "Web scan on web-01",
                        "2022-01-24T04:07",
                        "of demo",
                        "scan was followed");
        assertThat(at.book.items()).extracting(EvidenceItem::kind).doesNotContain(Kind.ALERT, Kind.CASE);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void nonsenseIsAnsweredWithWhatWouldBeRight(String tool) {
        var at = new At("demo", QUESTION);
        Map<String, String> nonsense = at.tool(tool).parameters().stream()
                .collect(Collectors.toMap(LlmTool.Parameter::name, parameter -> "'; DROP TABLE alert; -- \u0000"));
        try {
            assertThat(at.call(tool, nonsense).summary()).isNotBlank();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("Exception");
        }
    }

    @Test
    void countsAreExact() {
        var at = new At("demo", QUESTION);
        assertThat(at.call("count_alerts", CALLS.get("count_alerts")).forModel())
                .contains("alerts in all: 2", "Web scan | 1 | 2022-01-24T03:57:00Z | 2022-01-24T03:57:00Z");
    }

    @Test
    void aTimelineHasItsTimes() {
        var at = new At("demo", QUESTION);
        assertThat(at.call("entity_timeline", CALLS.get("entity_timeline")).forModel())
                .contains("alerts: 2, first 2022-01-24T03:57:00Z, last 2022-01-24T04:07:00Z");
    }

    @Test
    void aHuntIsShownBesideTheWords() {
        var at = new At("demo", QUESTION);
        at.call("hunt", CALLS.get("hunt"));
        assertThat(at.side.drain())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        ChatEvent.Hunt.class, hunt -> assertThat(hunt.total()).isEqualTo(2));
    }

    @Test
    void aHuntMayBeAskedInWords() {
        var at = new At("demo", QUESTION);
        assertThat(at.call("hunt", Map.of("question", "web-01 上的 Web Shell 告警")).forModel())
                .contains("alerts in all: 1");
    }

    @Test
    void aWrongFieldIsToldWhichThereAre() {
        var at = new At("demo", QUESTION);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        at.call("hunt", Map.of("query", "{\"where\":[{\"field\":\"colour\",\"value\":\"red\"}]}")))
                .withMessageContaining("title, rule, source");
    }

    @Test
    void theSameProposalIsOne() {
        var at = new At("demo", QUESTION);
        at.call("propose_action", CALLS.get("propose_action"));
        at.call("propose_action", CALLS.get("propose_action"));
        assertThat(at.side.drain().stream().distinct()).hasSize(1).first().isInstanceOf(ChatEvent.Proposal.class);
    }

    @Test
    void anAnswerProposesFiveThingsAtMost() {
        var at = new At("demo", QUESTION);
        for (int i = 0; i < 5; i++) {
            at.call("propose_action", CALLS.get("propose_action"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at.call("propose_action", CALLS.get("propose_action")))
                .withMessageContaining("at most 5");
    }

    @Test
    void whatIsNoPartOfTheCaseIsNoTarget() {
        var at = new At("demo", QUESTION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at.call(
                        "propose_action",
                        Map.of("case", Samples.CASE, "action", "isolate_host", "target", "host:dc-01", "why", "x")))
                .withMessageContaining("entity of the case");
    }

    @Test
    void anActionFitsItsTarget() {
        var at = new At("demo", QUESTION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at.call(
                        "propose_action",
                        Map.of("case", Samples.CASE, "action", "reset_password", "target", "host:web-01", "why", "x")))
                .withMessageContaining("user");
    }

    @Test
    void readingToolsSuggestNothing() {
        assertThat(
                        API
                                .part(ToolBox.class)
                                .readTools(inquiry("demo", QUESTION), new EvidenceBook(), new SideEvents())
                                .stream()
                                .map(LlmTool::name))
                .doesNotContain("propose_action", "suggest_verdict")
                .hasSize(17);
    }

    private static Inquiry inquiry(String tenant, String text) {
        return new Inquiry(
                new Caller("ana", tenant, Set.of(Role.ANALYST)), text, Optional.empty(), Language.EN, List.of());
    }

    /// One answer's tools.
    private static final class At {
        private final EvidenceBook book = new EvidenceBook();
        private final SideEvents side = new SideEvents();
        private final List<LlmTool> tools;

        At(String tenant, String text) {
            tools = API.part(ToolBox.class).forAnalysts(inquiry(tenant, text), book, side);
        }

        LlmTool tool(String name) {
            return tools.stream()
                    .filter(tool -> tool.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        LlmTool.Answer call(String name, Map<String, String> arguments) {
            return tool(name).call(arguments);
        }
    }
}
