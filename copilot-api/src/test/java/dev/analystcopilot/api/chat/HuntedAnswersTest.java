package dev.analystcopilot.api.chat;

import static dev.analystcopilot.api.Conversation.only;
import static dev.analystcopilot.api.Conversation.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.Conversation.Heard;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.security.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Counts and lists without a language model: hunts, shown and exact.
@Tag("slow")
class HuntedAnswersTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @BeforeAll
    static void store() {
        Samples.store(API.database(), "demo");
    }

    @Test
    void listsWhatIsAskedFor() {
        List<Heard> events = ask("list all alerts about a web shell on web-01");

        assertThat(only(events, "hunt").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void showsTheHuntSoThatItCanBeChanged() {
        List<Heard> events = ask("把web-01上的告警都列出来");

        assertThat(only(events, "hunt").path("query").path("where").toString()).contains("web-01");
    }

    @Test
    void countsBy() {
        List<Heard> events = ask("how many alerts are there per rule?");

        assertThat(words(events)).contains("There are 2 alerts in all.", "By rule:");
    }

    @Test
    void leavesOutWordsThatNoAlertHasAndSaysSo() {
        List<Heard> events = ask("how many alerts are there per host, quetzalcoatl?");

        assertThat(words(events)).contains("“quetzalcoatl”", "There are 2 alerts");
    }

    @Test
    void countsTheStatementsThatPointToEvidence() {
        List<Heard> events = ask("how many alerts are there per rule?");

        assertThat(only(events, "done").path("verified").asInt()).isEqualTo(4);
    }

    private static List<Heard> ask(String question) {
        return new Conversation(API.as(Role.ANALYST)).ask(question);
    }
}
