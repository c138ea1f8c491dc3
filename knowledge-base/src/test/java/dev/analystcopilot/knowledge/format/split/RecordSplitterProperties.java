package dev.analystcopilot.knowledge.format.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/// However the bytes of an input arrive, its records are the same.
class RecordSplitterProperties {
    private static final int LIMIT = 64;

    @Property
    void linesDoNotDependOnChunks(
            @ForAll("bytes") byte[] input, @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> chunks) {
        assertThat(records(input, chunks, LineSplitter::new)).isEqualTo(records(input, List.of(), LineSplitter::new));
    }

    @Property
    void csvRowsDoNotDependOnChunks(
            @ForAll("bytes") byte[] input, @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> chunks) {
        Function<ByteWindow, RecordSplitter> csv = window -> new CsvSplitter(window, ',');

        assertThat(records(input, chunks, csv)).isEqualTo(records(input, List.of(), csv));
    }

    @Property
    void jsonElementsDoNotDependOnChunks(
            @ForAll("bytes") byte[] input, @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> chunks) {
        assertThat(records(input, chunks, JsonSplitter::new)).isEqualTo(records(input, List.of(), JsonSplitter::new));
    }

    @Property
    void linesAreWhatSplittingTheTextGives(@ForAll("bytes") byte[] input) {
        List<String> expected = new String(input, UTF_8)
                .lines()
                .map(line -> strip(line))
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(records(input, List.of(3, 1), 1 << 16, LineSplitter::new)).isEqualTo(expected);
    }

    @Property
    void elementsOfAnArrayComeBackAsTheyWere(
            @ForAll @NotEmpty List<@IntRange(min = 0, max = 5) Integer> shapes, @ForAll boolean pretty) {
        List<String> elements =
                shapes.stream().map(RecordSplitterProperties::element).toList();
        String array =
                pretty ? "[\n  " + String.join(",\n  ", elements) + "\n]\n" : "[" + String.join(",", elements) + "]";

        assertThat(records(array.getBytes(UTF_8), List.of(1, 5), 1 << 16, JsonSplitter::new))
                .isEqualTo(elements);
    }

    @Property
    void rowsComeBackAsTheyWereWritten(
            @ForAll @NotEmpty
                    List<@NotEmpty List<@StringLength(max = 5) @Chars({'a', '"', ',', '\n', '\r', ' '}) String>> rows) {
        List<String> written = rows.stream().map(RecordSplitterProperties::row).toList();

        assertThat(records(
                        String.join("\r\n", written).getBytes(UTF_8),
                        List.of(2),
                        1 << 16,
                        w -> new CsvSplitter(w, ',')))
                .isEqualTo(written);
    }

    private static String row(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("\n", "\r\n", "\"", ",", "{", "}", "[", "]", "\\", " ", ":")),
                Tuple.of(6, Arbitraries.of("a", "1", "{\"k\":\"v\"}", "x,\"y\nz\",w\n", "é", "\\\"")),
                Tuple.of(1, Arbitraries.of("b".repeat(LIMIT), "{\"long\":\"" + "c".repeat(LIMIT) + "\"}")));
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(UTF_8));
    }

    private static List<String> records(
            byte[] input, List<Integer> chunks, Function<ByteWindow, RecordSplitter> splitting) {
        return records(input, chunks, LIMIT, splitting);
    }

    /// The text of each record, and at last the failure, if there is one.
    private static List<String> records(
            byte[] input, List<Integer> chunks, int limit, Function<ByteWindow, RecordSplitter> splitting) {
        List<String> records = new ArrayList<>();
        RecordSplitter splitter = splitting.apply(new ByteWindow(new Chunks(input, chunks), limit));
        try {
            for (RawRecord record = splitter.next(); record != null; record = splitter.next()) {
                records.add(
                        switch (record) {
                            case RawRecord.Text(String text) -> text;
                            case RawRecord.Broken broken -> broken.toString();
                        });
            }
        } catch (IOException e) {
            records.add(e.toString());
        }
        return records;
    }

    private static String element(int shape) {
        return switch (shape) {
            case 0 -> "{}";
            case 1 -> "{\"a\":\"]},{[\"}";
            case 2 -> "{\"quote\":\"\\\"\",\"b\":[1,{\"c\":2}]}";
            case 3 -> "17";
            case 4 -> "\"text\"";
            default -> "{\"zh\":\"攻击\\\\\"}";
        };
    }

    private static String strip(String line) {
        return line.replaceAll("^[ \t\r]+|[ \t\r]+$", "");
    }

    /// Hands bytes out in chunks of given sizes, over and over.
    private static final class Chunks extends InputStream {
        private final ByteArrayInputStream in;
        private final List<Integer> sizes;
        private int next;

        Chunks(byte[] bytes, List<Integer> sizes) {
            this.in = new ByteArrayInputStream(bytes);
            this.sizes = sizes;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int size = sizes.isEmpty() ? length : sizes.get(next++ % sizes.size());
            return in.read(target, offset, Math.min(length, size));
        }
    }
}
