package dev.analystcopilot.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AfterStartTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void letsTheServiceAnswerAndStopAndStartAgainAtAnyTime() {
        API.stop();
        API.start();

        assertThat(Conversation.words(new Conversation(API.as(Role.STAFF)).ask("我的手机被偷了")))
                .isNotBlank();
    }
}
