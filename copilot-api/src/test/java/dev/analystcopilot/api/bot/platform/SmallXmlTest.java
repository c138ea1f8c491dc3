package dev.analystcopilot.api.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.api.failure.ApiFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallXmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><Content>&e;</Content></xml>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><xml/>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xml><Content>&b;</Content></xml>",
                "<xml><Content>",
                ""
            })
    void entitiesAndHalvesAreRefused(String text) {
        assertThatThrownBy(() -> SmallXml.read(text)).isInstanceOf(ApiFailure.BadRequest.class);
    }

    @Test
    void textIsTextBothWays() {
        String xml = "<xml>" + SmallXml.element("Content", "a <b> & ]]> c") + "</xml>";

        assertThat(SmallXml.read(xml)).containsEntry("Content", "a <b> & ]]> c");
    }
}
