package dev.analystcopilot.knowledge.sigma.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTest {
    private static final EventReader READER = new EventReader();

    @ParameterizedTest
    @ValueSource(strings = {"""
        {"Event": {"System": {"Provider": {"#attributes": {"Name": "Microsoft-Windows-Sysmon"}}, "EventID": 1,
          "Channel": "Microsoft-Windows-Sysmon/Operational"}, "EventData": {"Image": "C:\\\\x.exe"}}}""", """
        {"Event": {"System": {"EventID": {"#text": 1}, "Channel": "Microsoft-Windows-Sysmon/Operational"},
          "EventData": {"Data": [{"#attributes": {"Name": "Image"}, "#text": "C:\\\\x.exe"}]}}}""", """
        {"EventID": "1", "SourceName": "Microsoft-Windows-Sysmon", "Image": "C:\\\\x.exe"}""", """
        {"winlog": {"channel": "Microsoft-Windows-Sysmon/Operational", "event_id": "1",
          "event_data": {"Image": "C:\\\\x.exe"}}}""", """
        {"data": {"win": {"system": {"eventID": "1", "channel": "Microsoft-Windows-Sysmon/Operational"},
          "eventdata": {"image": "C:\\\\\\\\x.exe"}}}}""", """
        {"Channel": "Security", "EventID": 4688, "NewProcessName": "C:\\\\x.exe"}""", """
        {"host": {"os": {"type": "windows"}}, "event": {"category": ["process"]},
          "process": {"executable": "C:\\\\x.exe"}}"""})
    void aStartedProcessLooksTheSameWhoeverReportsIt(String json) {
        Event event = READER.read(JsonMapper.shared().readTree(json));

        assertThat(List.of(
                        event.field("image").getFirst().text(),
                        event.origin().product().orElse(""),
                        event.origin().categories().contains("process_creation")))
                .containsExactly("C:\\x.exe", "windows", true);
    }

    @Test
    void cloudTrailIsKnownByItsSources() {
        Event event = READER.read(JsonMapper.shared().readTree("""
                {"eventSource": "iam.amazonaws.com", "eventName": "CreateUser", "userIdentity": {"type": "Root"}}"""));

        assertThat(event.origin().services()).contains("cloudtrail");
        assertThat(event.field("useridentity.type").getFirst().text()).isEqualTo("Root");
    }

    @Test
    void valuesWithoutNamesAreNumbered() {
        Event event = READER.read(JsonMapper.shared().readTree("""
                {"Event": {"System": {"Channel": "System"}, "EventData": {"Data": ["one", "two"]}}}"""));

        assertThat(event.field("param2").getFirst().text()).isEqualTo("two");
        assertThat(event.field("data")).hasSize(2);
    }

    @Test
    void aWrittenOutEventIsReadBack() {
        var events = new EventText()
                .read(
                        "Channel: Security EventID: 4688 CommandLine: echo note: c:\\x Channel: Security EventID: 1",
                        Set.of());

        assertThat(events).hasSize(2);
        assertThat(events.getFirst().path("CommandLine").asString()).isEqualTo("echo note: c:\\x");
    }

    @Test
    void aQuestionIsNoEvent() {
        assertThat(new EventText().read("What does User: mean in EventID: 1?", Set.of()))
                .isEmpty();
    }
}
