package dev.analystcopilot.knowledge.postgres.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.hunt.HuntForm;
import dev.analystcopilot.knowledge.hunt.HuntForm.Clause;
import dev.analystcopilot.knowledge.hunt.HuntOrder;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class HuntStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");
    private static HuntStore store;

    @BeforeAll
    static void store() {
        HuntAlerts.store(DB.database(), ACME);
        HuntAlerts.store(DB.database(), Scope.analyst("other"));
        store = new HuntStore(DB.database());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host        | is       | web-01          | login-1 login-2 shell
            host        | is       | WEB-01          | login-1 login-2 shell
            host        | is_not   | web-01          | mail other
            host        | contains | eb-0            | login-1 login-2 shell
            user        | is       | alice           | login-1 mail
            ip          | is       | 192.0.2.7       | login-1 login-2
            entity      | is       | alice           | login-1 mail
            entity      | is       | host:web-01     | login-1 login-2 shell
            entity      | contains | 192.0.2         | login-1 login-2
            title       | contains | FAILED          | login-1 login-2
            title       | is       | failed login    | login-1 login-2
            title       | is_not   | Failed login    | shell mail other
            title       | contains | 100%            | other
            rule        | is       | 5503            | login-1 login-2
            source      | in       | wazuh,suricata  | login-1 login-2 shell
            severity    | at_least | high            | shell other
            severity    | at_most  | low             | login-1 login-2
            severity    | is       | critical        | other
            outcome     | is       | succeeded       | shell
            technique   | is       | T1110           | login-1 login-2
            technique   | is       | t1110.001       | login-1 login-2
            technique   | is_not   | T1110           | shell mail other
            technique   | contains | T15             | shell
            disposition | is       | true_positive   | shell
            disposition | is_not   | true_positive   | login-1 login-2 mail other
            case        | is       | case-1          | shell
            status      | is       | new             | login-1 login-2 shell mail other
            text        | contains | mimikatz        | shell
            raw         | contains | secret field    | mail
            details.http.status | at_least | 500     | shell
            details.http.status | at_most  | 499     | other
            details.http.status | is       | 503     | shell
            details.http.status | is_not   | 503     | login-1 login-2 mail other
            details.logon.type  | contains | net     | login-1
            url         | is       | http://a.example/x | mail
            """)
    void aConditionFindsItsAlerts(String field, String op, String value, String ids) {
        Object given = op.equals("in") ? List.of(value.split(",")) : value;
        assertThat(ids(form(null, new Clause(field, op, given)))).containsExactlyInAnyOrder(ids.split(" "));
    }

    @Test
    void conditionsHoldTogether() {
        assertThat(ids(form(null, new Clause("host", "is", "web-01"), new Clause("user", "is", "alice"))))
                .containsExactly("login-1");
    }

    @Test
    void aSpanOfTimeBounds() {
        var form =
                new HuntForm(null, HuntAlerts.at(1).toString(), HuntAlerts.at(3).toString(), null, null, null);
        assertThat(ids(form)).containsExactly("shell", "login-2");
    }

    @Test
    void groupsAreCountedTheMostFrequentFirst() {
        HuntResult found = store.hunt(ACME, form("rule").checked());
        assertThat(found.rows().getFirst())
                .containsExactly(
                        "5503",
                        "2",
                        HuntAlerts.at(0).toString(),
                        HuntAlerts.at(1).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "host, web-01, 3",
        "user, alice, 2",
        "technique, T1110.001, 2",
        "severity, low, 2",
        "day, 2026-03-01, 5",
        "hour, 2026-03-01T12:00Z, 1",
        "disposition, '', 4",
        "case, '', 4",
        "details.http.status, '', 3",
        "entity, host:web-01, 3",
        "outcome, unknown, 4",
        "source, wazuh, 2",
        "title, Failed login, 2",
        "status, new, 5"
    })
    void anyFieldGroups(String field, String value, String alerts) {
        assertThat(store.hunt(ACME, form(field).checked()).rows())
                .anySatisfy(row -> assertThat(row).startsWith(value, alerts));
    }

    @Test
    void theTotalCountsWhatIsNotListed() {
        HuntResult found = store.hunt(ACME, form(null).checked().page(2, 0));
        assertThat(List.of(found.total(), (long) found.rows().size())).containsExactly(5L, 2L);
    }

    @Test
    void pagesDoNotOverlap() {
        HuntQuery all = form(null).checked();
        List<String> first = store.page(ACME, all.page(2, 0), HuntOrder.NEWEST).ids();
        assertThat(store.page(ACME, all.page(2, 2), HuntOrder.NEWEST).ids()).doesNotContainAnyElementsOf(first);
    }

    @Test
    void theSeverestComeFirst() {
        assertThat(store.page(ACME, form(null).checked(), HuntOrder.SEVEREST).ids())
                .startsWith("other", "shell");
    }

    @Test
    void staffSeeNothing() {
        assertThat(store.hunt(Scope.staff("acme"), form(null).checked()).total())
                .isZero();
    }

    @Test
    void anotherTenantSeesNothing() {
        assertThat(store.hunt(Scope.analyst("third"), form("host").checked()).rows())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE alert; --", "a' OR '1'='1", "%_\\", "$1 :tenant ? {x}", "null", "#", "\u0000x"})
    void oddValuesAreValues(String value) {
        assertThat(List.of("title", "host", "raw", "text", "details.http.status", "entity", "technique", "case"))
                .allSatisfy(field -> assertThat(ids(form(null, new Clause(field, "contains", value))))
                        .isEmpty());
    }

    private static List<String> ids(HuntForm form) {
        return store.hunt(ACME, form.checked()).rows().stream()
                .map(row -> row.get(1))
                .toList();
    }

    private static HuntForm form(@Nullable String groupBy, Clause... where) {
        return new HuntForm(List.of(where), null, null, groupBy, null, null);
    }
}
