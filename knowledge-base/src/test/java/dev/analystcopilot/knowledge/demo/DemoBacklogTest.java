package dev.analystcopilot.knowledge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBacklogTest {
    private static final Instant END = Instant.parse("2026-07-22T12:00:00Z");
    private static final long SEED = DemoBacklog.DEFAULT_SEED;
    private static final int WEB_ALERTS = 231;
    private static final int MAIL_ALERTS = 36;

    private static final List<DemoAlert> ALERTS = DemoBacklog.compose(END, SEED);

    @TempDir
    Path dir;

    @Test
    void sameEndAndSeedWriteTheSameBytes() throws IOException {
        var first = DemoBacklog.writeTo(dir.resolve("a"), END, SEED);
        var second = DemoBacklog.writeTo(dir.resolve("b"), END, SEED);

        assertThat(Files.mismatch(first.ocsf(), second.ocsf())).isEqualTo(-1);
        assertThat(Files.mismatch(first.wazuh(), second.wazuh())).isEqualTo(-1);
    }

    @Test
    void anotherSeedTellsOtherDays() {
        assertThat(ids(ALERTS)).doesNotContainAnyElementsOf(ids(DemoBacklog.compose(END, SEED + 1)));
    }

    @Test
    void holdsThousandsOfAlertsOfBothForms() {
        var byForm = ALERTS.stream()
                .collect(Collectors.groupingBy(alert -> alert.draft().form(), Collectors.counting()));

        assertThat(byForm.get(Form.OCSF)).isGreaterThan(1_500);
        assertThat(byForm.get(Form.WAZUH)).isGreaterThan(1_500);
        assertThat(byForm.get(Form.OCSF) + byForm.get(Form.WAZUH)).isGreaterThanOrEqualTo(3_200);
    }

    @Test
    void idsAreDistinct() {
        assertThat(ids(ALERTS)).doesNotHaveDuplicates();
    }

    @Test
    void spansThreeDays() {
        Instant first = ALERTS.getFirst().draft().time();
        Instant last = ALERTS.getLast().draft().time();

        assertThat(first).isBetween(END.minus(Window.LENGTH), END.minus(Duration.ofHours(70)));
        assertThat(last).isBetween(END.minus(Duration.ofHours(2)), END);
    }

    @Test
    void everyPartIsWholeWhateverTheHourItEndsAt() {
        for (int hour = 0; hour < 7 * 24; hour += 13) {
            Instant end = END.plus(hour, ChronoUnit.HOURS);
            var truth = DemoTruth.of(end, SEED);

            assertThat(truth.web()).as("web intrusion, end %s", end).hasSize(WEB_ALERTS);
            assertThat(truth.mail()).as("mail intrusion, end %s", end).hasSize(MAIL_ALERTS);
            assertThat(truth.scan()).as("scan, end %s", end).hasSizeGreaterThan(400);
        }
    }

    @Test
    void theWebIntrusionTakesAboutNinetyMinutesAtNight() {
        var times = timesOf(Part.INTRUSION_WEB);
        var begin = times.getFirst().atZone(Office.BERLIN.zone());

        assertThat(begin.getHour()).isBetween(0, 4);
        assertThat(Duration.between(times.getFirst(), times.getLast()))
                .isBetween(Duration.ofMinutes(75), Duration.ofMinutes(100));
    }

    @Test
    void theMailIntrusionComesOnAWorkingDay() {
        var begin = timesOf(Part.INTRUSION_MAIL).getFirst().atZone(Office.BERLIN.zone());

        assertThat(begin.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(begin.getHour()).isEqualTo(9);
    }

    @Test
    void nightsAreQuieterThanOfficeHours() {
        var noise = ALERTS.stream()
                .filter(alert -> alert.part() == Part.NOISE)
                .map(alert -> alert.draft().time().atZone(ZoneOffset.UTC).getHour())
                .toList();
        long morning = noise.stream().filter(hour -> hour >= 7 && hour < 10).count();
        long night = noise.stream().filter(hour -> hour >= 19 && hour < 22).count();

        assertThat(morning).isGreaterThan(2 * night);
    }

    @Test
    void nothingInTheFilesSaysWhatAnAlertIs() throws IOException {
        var written = DemoBacklog.writeTo(dir, END, SEED);

        String text = (Files.readString(written.ocsf()) + Files.readString(written.wazuh())).toLowerCase(Locale.ROOT);
        assertThat(List.of("intrusion", "label", "verdict", "noise")).noneMatch(text::contains);
    }

    private static List<String> ids(List<DemoAlert> alerts) {
        return alerts.stream().map(DemoAlert::id).toList();
    }

    private static List<Instant> timesOf(Part part) {
        return ALERTS.stream()
                .filter(alert -> alert.part() == part)
                .map(alert -> alert.draft().time())
                .toList();
    }
}
