package dev.analystcopilot.knowledge.postgres.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class EntityStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");
    private static final Entity WEB = new Entity.Host("web-01");
    private static EntityStore store;

    @BeforeAll
    static void store() {
        HuntAlerts.store(DB.database(), ACME);
        HuntAlerts.store(DB.database(), Scope.analyst("other"));
        store = new EntityStore(DB.database());
    }

    @Test
    void aTimelineTellsWhenItWasSeen() {
        Seen seen =
                store.timeline(ACME, WEB, Optional.empty(), Optional.empty()).orElseThrow();
        assertThat(seen.buckets())
                .containsExactly(
                        new Seen.Bucket(HuntAlerts.at(0), 1, Severity.LOW),
                        new Seen.Bucket(HuntAlerts.at(1), 1, Severity.LOW),
                        new Seen.Bucket(HuntAlerts.at(2), 1, Severity.HIGH));
    }

    @Test
    void bucketsAreAsWideAsTheSpanNeeds() {
        Seen seen =
                store.timeline(ACME, WEB, Optional.empty(), Optional.empty()).orElseThrow();
        assertThat(seen.bucket()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theSeverestRuleComesFirst() {
        Seen seen =
                store.timeline(ACME, WEB, Optional.empty(), Optional.empty()).orElseThrow();
        assertThat(seen.rules()).extracting(Seen.RuleSeen::rule).containsExactly("9001", "5503");
    }

    @Test
    void firstSeverestAndLastAreNotable() {
        Seen seen = store.timeline(ACME, WEB, Optional.empty(), Optional.of(HuntAlerts.at(2)))
                .orElseThrow();
        assertThat(seen.notable()).containsExactly("login-1", "login-2");
    }

    @Test
    void whatWasNotSeenHasNoTimeline() {
        assertThat(store.timeline(ACME, WEB, Optional.of(HuntAlerts.at(3)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void companyIsWhoTheSameAlertsName() {
        Company company = store.company(ACME, WEB, Optional.empty(), Optional.empty(), Optional.empty(), 2);
        assertThat(company)
                .isEqualTo(new Company(
                        3,
                        4,
                        List.of(
                                new Company.Other("ip:192.0.2.7", 2, HuntAlerts.at(0), HuntAlerts.at(1)),
                                new Company.Other("process:w3wp.exe", 1, HuntAlerts.at(2), HuntAlerts.at(2)))));
    }

    @Test
    void companyOfOneKind() {
        Company company = store.company(ACME, WEB, Optional.of("user"), Optional.empty(), Optional.empty(), 9);
        assertThat(company.others()).extracting(Company.Other::entity).containsExactly("user:alice", "user:bob");
    }

    @Test
    void whatIsNewInASpanIsToldFromWhatWasUsual() {
        Usual usual =
                store.usual(ACME, WEB, HuntAlerts.at(2), HuntAlerts.at(4), 9).orElseThrow();
        assertThat(usual.others()).extracting(Company.Other::entity).containsExactly("process:w3wp.exe");
    }

    @Test
    void theRateBeforeIsTheUsualOne() {
        Usual usual =
                store.usual(ACME, WEB, HuntAlerts.at(2), HuntAlerts.at(4), 9).orElseThrow();
        assertThat(List.of(usual.perHourBefore(), usual.perHourWithin(), (double) usual.daysBefore()))
                .containsExactly(1.0, 0.5, 1.0);
    }

    @Test
    void rulesTellWhetherTheyAreNew() {
        Usual usual =
                store.usual(ACME, WEB, HuntAlerts.at(2), HuntAlerts.at(4), 9).orElseThrow();
        assertThat(usual.rules())
                .containsExactly(
                        new Usual.RuleUse("9001", 0, 1, HuntAlerts.at(2)),
                        new Usual.RuleUse("5503", 2, 0, HuntAlerts.at(0)));
    }

    @Test
    void anotherTenantSeesNothing() {
        assertThat(store.span(Scope.analyst("third"), WEB)).isEmpty();
    }

    @Test
    void staffSeeNothing() {
        assertThat(store.company(Scope.staff("acme"), WEB, Optional.empty(), Optional.empty(), Optional.empty(), 9)
                        .others())
                .isEmpty();
    }
}
