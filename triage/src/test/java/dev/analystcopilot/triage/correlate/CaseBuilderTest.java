package dev.analystcopilot.triage.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.Alerts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseBuilderTest {
    private static final Entity WEB = new Entity.Host("web-1");
    private static final Entity MAIL = new Entity.Host("mail-1");
    private static final Entity DESK = new Entity.Host("desk-1");

    @Test
    void one_host_within_minutes_is_one_case() {
        assertThat(new Scope().at(0, WEB).at(30, WEB).cases()).containsExactly(List.of(0, 1));
    }

    @Test
    void one_host_hours_later_is_another_case() {
        assertThat(new Scope().at(0, WEB).at(180, WEB).cases()).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void an_account_ties_across_hosts_and_hours() {
        Entity user = new Entity.User("CORP\\jdoe");
        assertThat(new Scope()
                        .at(0, WEB, user)
                        .at(600, MAIL, new Entity.User("jdoe"))
                        .cases())
                .containsExactly(List.of(0, 1));
    }

    @Test
    void an_account_that_every_machine_has_ties_nothing() {
        Entity system = new Entity.User("NT AUTHORITY\\SYSTEM");
        assertThat(new Scope().at(0, WEB, system).at(1, MAIL, system).cases()).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void a_mailbox_is_its_owner() {
        assertThat(new Scope()
                        .at(0, new Entity.Mailbox("jdoe@corp.example"))
                        .at(60, DESK, new Entity.User("jdoe"))
                        .cases())
                .containsExactly(List.of(0, 1));
    }

    @Test
    void a_file_that_every_machine_has_ties_nothing_and_another_does() {
        Entity shell = new Entity.File("C:\\Windows\\System32\\cmd.exe");
        Entity tool = new Entity.File("C:\\Temp\\loot.exe");
        assertThat(new Scope()
                        .at(0, WEB, shell)
                        .at(1, MAIL, shell, tool)
                        .at(200, DESK, tool)
                        .cases())
                .containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void the_address_of_a_gateway_beside_hosts_ties_nothing() {
        Entity gateway = new Entity.Ip("198.51.100.7");
        assertThat(new Scope().at(0, WEB, gateway).at(1, MAIL, gateway).cases())
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void the_address_that_accounts_are_used_from_ties() {
        Entity address = new Entity.Ip("198.51.100.7");
        assertThat(new Scope()
                        .at(0, new Entity.User("anna"), address)
                        .at(90, new Entity.User("bert"), address)
                        .cases())
                .containsExactly(List.of(0, 1));
    }

    @Test
    void a_process_tree_ties_and_the_father_of_all_processes_does_not() {
        String young = "web-1|4711|2026-03-02t00:00:00z";
        String old = "web-1|500|2026-01-01t00:00:00z";
        assertThat(new Scope()
                        .at(0, "a", List.of(young, old), WEB)
                        .at(240, "b", List.of(young), WEB)
                        .at(480, "c", List.of(old), WEB)
                        .cases())
                .containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void an_account_named_in_a_command_line_ties() {
        assertThat(new Scope()
                        .at(0, DESK, new Entity.Process("net.exe user /add svc-print /domain"))
                        .at(5, new Entity.User("svc-print"))
                        .cases())
                .containsExactly(List.of(0, 1));
    }

    @Test
    void one_rare_alert_everywhere_at_once_is_one_case() {
        assertThat(new Scope()
                        .at(0, "worm", List.of(), WEB)
                        .at(1, "worm", List.of(), MAIL)
                        .at(60, "worm", List.of(), DESK)
                        .cases())
                .containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void two_large_groups_need_more_than_a_host_in_common() {
        var scope = new Scope();
        Entity anna = new Entity.User("anna");
        Entity bert = new Entity.User("bert");
        for (int i = 0; i < 10; i++) {
            scope.at(i, WEB, anna).at(i, WEB, bert);
        }
        assertThat(scope.cases()).hasSize(2);
    }

    @Test
    void a_case_is_settled_when_nothing_can_join_it() {
        CaseDraft draft = CaseBuilder.cases(new Scope().at(0, WEB).evidence()).getFirst();
        assertThat(List.of(
                        draft.settled(Alerts.START.plus(CaseGraph.settleWindow())),
                        draft.settled(
                                Alerts.START.plus(CaseGraph.settleWindow()).plusSeconds(1))))
                .containsExactly(false, true);
    }
}
