package dev.analystcopilot.triage.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Told EARLIER = Told.at(0).on("pc-1").says("T1566.001");
    private static final Told LATER = Told.at(10).on("pc-2").says("T1059.001");

    @Test
    void theProcessThatActedBeforeTiesFirst() {
        assertThat(kind(EARLIER.in("pc-1|7|1").by("ann"), LATER.in("pc-1|7|1").by("ann")))
                .isEqualTo(LinkKind.SAME_PROCESS);
    }

    @Test
    void aChildFollowsFromItsParent() {
        assertThat(kind(EARLIER.in("pc-1|7|1"), LATER.in("pc-1|9|2", "pc-1|7|1")))
                .isEqualTo(LinkKind.PARENT_PROCESS);
    }

    @Test
    void aFileByItsHash() {
        assertThat(kind(
                        EARLIER.about(new Entity.Hash("AB12")).by("ann"),
                        LATER.about(new Entity.Hash("ab12")).by("ann")))
                .isEqualTo(LinkKind.SAME_FILE);
    }

    @Test
    void anAccountHoweverItIsWritten() {
        assertThat(kind(EARLIER.by("CORP\\Ann"), LATER.about(new Entity.Mailbox("ann@corp.example"))))
                .isEqualTo(LinkKind.SAME_ACCOUNT);
    }

    @Test
    void theSystemsAccountTiesNothing() {
        assertThat(kind(EARLIER.by("root"), LATER.by("root"))).isEqualTo(LinkKind.TIME);
    }

    @Test
    void aDomainInAUrl() {
        assertThat(kind(
                        EARLIER.about(new Entity.Url("https://bad.example/x")),
                        LATER.about(new Entity.Domain("bad.example"))))
                .isEqualTo(LinkKind.SAME_DOMAIN);
    }

    @Test
    void anAddressOnTwoMachines() {
        assertThat(kind(EARLIER.from("203.0.113.7"), LATER.from("203.0.113.7"))).isEqualTo(LinkKind.SAME_ADDRESS);
    }

    @Test
    void aMachinesOwnAddressSaysNoMoreThanTheMachine() {
        assertThat(kind(
                        EARLIER.from("10.0.0.5"),
                        LATER.from("10.0.0.5").withoutHost().on("pc-1")))
                .isEqualTo(LinkKind.SAME_HOST);
    }

    @Test
    void timeIsTheLastResort() {
        assertThat(kind(EARLIER, LATER)).isEqualTo(LinkKind.TIME);
    }

    @Test
    void ofSeveralStepsTheLatestCounts() {
        Chain chain = Told.chain(
                EARLIER.by("ann"),
                Told.at(4).on("pc-3").by("ann").says("T1078"),
                Told.at(6).on("pc-2").says("T1046"),
                LATER.by("ann"));

        assertThat(chain.links().getLast())
                .extracting(Link::from, Link::kind)
                .containsExactly(2, LinkKind.SAME_ACCOUNT);
    }

    /// The scanner's account is on every alert; the file is on two.
    @Test
    void whatMostStepsShareTiesOnlyWhereNothingElseDoes() {
        var told = new ArrayList<Told>();
        List<String> techniques = List.of("T1566.001", "T1204.002", "T1053.005", "T1003.001", "T1021.002", "T1486");
        for (int i = 0; i < techniques.size(); i++) {
            told.add(Told.at(i * 5).on("pc-" + i).by("svc-scan").says(techniques.get(i)));
        }
        told.set(1, told.get(1).about(new Entity.Domain("bad.example")));
        told.set(5, told.get(5).about(new Entity.Domain("bad.example")));
        Chain chain = Told.chain(told.toArray(Told[]::new));

        assertThat(chain.links().getLast()).extracting(Link::from, Link::kind).containsExactly(2, LinkKind.SAME_DOMAIN);
        assertThat(chain.links().get(2).kind()).isEqualTo(LinkKind.SAME_ACCOUNT);
    }

    /// All of it happens on one server: the address that comes back says more than the server does.
    @Test
    void theOneHostOfACaseSaysLessThanTheAddressThatComesBack() {
        var told = new ArrayList<Told>();
        List<String> techniques = List.of("T1565.001", "T1595.001", "T1595.002", "T1595.003", "T1505.003");
        for (int i = 0; i < techniques.size(); i++) {
            Told step = Told.at(i * 5).on("web-1").says(techniques.get(i));
            told.add(i == 0 ? step : step.from("203.0.113.7"));
        }

        assertThat(Told.chain(told.toArray(Told[]::new)).links())
                .extracting(Link::kind)
                .containsExactly(
                        LinkKind.SAME_HOST, LinkKind.SAME_ADDRESS, LinkKind.SAME_ADDRESS, LinkKind.SAME_ADDRESS);
    }

    @Test
    void theReasonIsSaidInBothLanguages() {
        Chain chain = Told.chain(EARLIER.by("ann"), LATER.by("ann"));

        assertThat(chain.links().getFirst().reason().en()).isEqualTo("The same account, ann; 10 min later.");
        assertThat(chain.links().getFirst().reason().zh()).isEqualTo("同一账户 ann；相隔 10 分钟。");
    }

    private static LinkKind kind(Told earlier, Told later) {
        return Told.chain(earlier, later).links().getFirst().kind();
    }
}
