package dev.analystcopilot.knowledge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertIdsTest {

    @Test
    void equalRecordsOfOneInputAreSeparateAlerts() {
        var ids = new AlertIds();

        assertThat(ids.next("wazuh", "same")).isNotEqualTo(ids.next("wazuh", "same"));
    }

    @Test
    void theSameInputAgainYieldsTheSameIds() {
        var first = new AlertIds();
        var second = new AlertIds();

        assertThat(second.next("wazuh", "a") + second.next("wazuh", "a"))
                .isEqualTo(first.next("wazuh", "a") + first.next("wazuh", "a"));
    }

    @Test
    void theSourceIsPartOfTheId() {
        assertThat(new AlertIds().next("wazuh", "a")).isNotEqualTo(new AlertIds().next("ocsf", "a"));
    }
}
