package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.format.AlertInputException.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of inputs that are not what they should be.
class BadInputTest {
    private static final String HEADER = "time,name,ip,host,short\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \r\n", "\uFEFF"})
    void nothingIsSaidToBeNothing(String input) {
        assertThat(Reading.of("auto", input).problem()).returns(Problem.EMPTY, AlertInputException::problem);
    }

    @Test
    void anEmptyListIsNoProblem() {
        assertThat(Reading.of("ocsf", "[]")).isEqualTo(new Reading(List.of(), null));
    }

    @Test
    void aTruncatedGzipGivesWhatLiesBeforeTheCut() throws IOException {
        byte[] whole = gzip(HEADER + rows(20_000));

        Reading reading = Reading.of("ait-ads", Arrays.copyOf(whole, whole.length / 2));

        assertThat(reading.problem()).returns(Problem.TRUNCATED, AlertInputException::problem);
        assertThat(reading.alerts()).hasSizeBetween(8_000, 12_000);
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.problem()).hasMessageContaining("the input").hasMessageContaining("cut off");
    }

    @Test
    void aShortTruncatedGzipGivesWhatLiesBeforeTheCut() throws IOException {
        byte[] whole = gzip(HEADER + rows(50));

        Reading reading = Reading.of("auto", Arrays.copyOf(whole, whole.length - 12));

        assertThat(reading.alerts()).hasSizeGreaterThan(30);
    }

    @Test
    void garbageInOneLineIsRejectedWithoutBeingHeld() {
        var garbage = new Garbage(256L << 20);
        System.gc();
        long before = used();

        Reading reading = Reading.of("ocsf", garbage);

        assertThat(reading.rejected())
                .extracting(AlertRecord.Rejected::reason)
                .containsExactly("the record is longer than 16 MiB");
        assertThat(garbage.left()).isZero();
        System.gc();
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "ait-ads"})
    void garbageInOneLineIsNotReadToItsEndWhereNoFormatFits(String format) {
        var garbage = new Garbage(256L << 20);

        assertThat(Reading.of(format, garbage).problem()).isNotNull();
    }

    @Test
    void anAlertAfterARecordTooLongIsRead() {
        String tooLong = "{\"text\":\"" + "x".repeat(17 << 20) + "\"}\n";

        assertThat(Reading.of("ocsf", tooLong + ocsf(1)).lines()).containsExactly(1L, 2L);
        assertThat(Reading.of("ocsf", "[" + tooLong + "," + ocsf(1) + "]").alerts())
                .hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8CostTheirRecordOnly() {
        byte[] bytes = (ocsf(1) + "\n" + ocsf(2).replace("t2", "\u00ff\u00fe") + "\n" + ocsf(3)).getBytes(ISO_8859_1);

        Reading reading = Reading.of("auto", bytes);

        assertThat(reading.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.reason()).contains("not valid UTF-8");
        });
    }

    @Test
    void otherColumnsAreNamedWithTheRemedy() {
        Reading reading = Reading.of("ait-ads", "date,message\n1,2\n");

        assertThat(reading.problem())
                .returns(Problem.OTHER_COLUMNS, AlertInputException::problem)
                .hasMessageContainingAll("time, name, ip, host, short", "date, message", "Rename the columns");
    }

    @Test
    void oneInAHundredBrokenIsCountedAndTheRestRead() {
        String input = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 100 == 7 ? "{\"class_uid\": oops" : ocsf(i))
                .collect(Collectors.joining("\n"));

        var counts = new Object() {
            AlertReader.Counts value = AlertReader.open(
                            AlertSource.stream("the input", new java.io.ByteArrayInputStream(input.getBytes(UTF_8))),
                            "auto",
                            ReadOptions.none())
                    .read(record -> {});
        };

        assertThat(counts.value).isEqualTo(new AlertReader.Counts(9_900, 100));
    }

    @Test
    void aBrokenElementOfAnArrayCostsNoOther() {
        String array = "[" + ocsf(1) + ", {\"class_uid\": oops}, " + ocsf(2) + "]";

        assertThat(Reading.of("ocsf", array).lines()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anArrayThatLosesItsStructureEndsWithTheRecordNamed() {
        Reading reading = Reading.of("ocsf", "[" + ocsf(1) + ", {\"a\":\"b},\n" + ocsf(2) + "]");

        assertThat(reading.alerts()).hasSize(1);
        assertThat(reading.problem()).hasMessageContaining("record 2").returns(2L, AlertInputException::line);
    }

    @Test
    void anArrayThatEndsTooEarlyIsTruncated() {
        Reading reading = Reading.of("ocsf", "[" + ocsf(1) + ", {\"class_uid\":2004, \"ti");

        assertThat(reading.alerts()).hasSize(1);
        assertThat(reading.problem()).returns(Problem.TRUNCATED, AlertInputException::problem);
    }

    @Test
    void byteOrderMarksAndCarriageReturnsAreNoContent() {
        assertThat(Reading.of("auto", "\uFEFF" + (HEADER + rows(3)).replace("\n", "\r\n"))
                        .alerts())
                .hasSize(3)
                .noneMatch(alert -> alert.raw().contains("\\r"));
    }

    @Test
    void utf16IsNamedWithTheRemedy() {
        assertThat(Reading.of("auto", ocsf(1).getBytes(UTF_16)).problem()).hasMessageContaining("iconv");
    }

    @Test
    void everyEntryOfAZipIsRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("folder/a.csv"));
            zip.write((HEADER + rows(3)).getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("empty.csv"));
            zip.putNextEntry(new ZipEntry("b.json.gz"));
            zip.write(gzip(ocsf(1)));
        }

        Reading reading = Reading.of("auto", bytes.toByteArray());

        assertThat(reading.lines()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(reading.problem()).hasMessageContaining("the input!empty.csv is empty");
    }

    @Test
    void gzipMembersOneAfterTheOtherAreOneInput() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip(HEADER + rows(2)));
        bytes.write(gzip(rows(3)));

        assertThat(Reading.of("ait-ads", bytes.toByteArray()).alerts()).hasSize(5);
    }

    @Test
    void aDamagedGzipIsSaidToBeDamaged() throws IOException {
        byte[] bytes = gzip(HEADER + rows(20_000));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100, (byte) 0xFF);

        assertThat(Reading.of("ait-ads", bytes).problem()).returns(Problem.DAMAGED, AlertInputException::problem);
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Reading.of("snort", "x")))
                .hasMessageContainingAll("snort", "auto, ait-ads, ecs, wazuh, sentinel, eve, skyeye, ocsf, cef");
    }

    @Test
    void anUndetectedFormatNamesTheFieldsSeen() {
        assertThat(Reading.of("auto", "{\"colour\":1,\"shape\":2}").problem())
                .returns(Problem.UNDETECTED_FORMAT, AlertInputException::problem)
                .hasMessageContaining("colour, shape");
    }

    @Test
    void aProblemOfOneFileDoesNotHideTheNext(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.json"));
        Path missing = folder.resolve("missing.json");
        Path good = Files.writeString(folder.resolve("good.json"), ocsf(1));

        var files = AlertSource.files(List.of(empty, missing, folder, good));
        Reading reading = Reading.of(AlertReader.open(files, "auto", ReadOptions.none()));

        assertThat(reading.alerts()).hasSize(1);
        assertThat(reading.problem().getSuppressed()).hasSize(2);
    }

    @Test
    void theSameFileTwiceGivesTheSameIds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER + rows(2));

        var twice = AlertSource.files(List.of(file, file));
        List<String> ids =
                Reading.of(AlertReader.open(twice, "auto", ReadOptions.none())).ids();

        assertThat(ids.subList(0, 2)).isEqualTo(ids.subList(2, 4));
    }

    @Test
    void nothingInAMessageSteersATerminal() {
        Reading reading = Reading.of("ocsf", "{\"class_uid\":2004,\"time\":\"\\u001b[2J\",\u001b[2J}\n");

        assertThat(reading.rejected())
                .singleElement()
                .satisfies(rejected ->
                        assertThat(rejected.reason() + rejected.excerpt()).doesNotContain("\u001b"));
        assertThat(Reading.of("ait-ads", "\u001b[2J,\u009b2J\n")
                        .problem()
                        .getMessage()
                        .chars())
                .noneMatch(Character::isISOControl);
    }

    @Test
    void hostileNestingIsRejected() {
        String deep = "{\"class_uid\":2004,\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n" + ocsf(1);

        assertThat(Reading.of("ocsf", deep).lines()).containsExactly(1L, 2L);
    }

    private static String ocsf(int i) {
        return "{\"class_uid\":2004,\"time\":%d,\"finding_info\":{\"title\":\"t%d\"}}"
                .formatted(1_700_000_000_000L + i, i);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%d,Wazuh: Example %x.,10.0.0.%d,web,W-Exa\n"
                        .formatted(1_700_000_000 + i, i * 2_654_435_761L, i % 250))
                .collect(Collectors.joining());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// One endless line.
    private static final class Garbage extends InputStream {
        private long left;

        Garbage(long size) {
            left = size;
        }

        long left() {
            return left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'g' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, (byte) 'g');
            left -= count;
            return count;
        }
    }
}
