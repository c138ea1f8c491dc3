package dev.analystcopilot.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives and folders made to do harm: each is named, and what stands beside it is read.
class UnpackingTest {
    private static final byte[] GOOD = "good".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>();
    private final Map<String, String> problems = new TreeMap<>();

    private void walk(Unpacking.Limits limits) throws IOException {
        var visitor = new Unpacking.Visitor() {
            @Override
            public void file(String name, byte[] bytes) {
                files.add(name);
            }

            @Override
            public void problem(String name, String reason) {
                problems.put(name, reason);
            }
        };
        new Unpacking(name -> name.endsWith(".md"), visitor, limits).walk(folder);
    }

    private void walk() throws IOException {
        walk(Unpacking.Limits.STANDARD);
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /// @param namesAndBytes in turn
    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                out.write((byte[]) namesAndBytes[i + 1]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] zeros(int count) {
        return new byte[count];
    }

    @Test
    void aFileThatUnpacksToTooMuchIsNamedAndTheRestOfItsArchiveIsRead() throws IOException {
        put("a.zip", zip("bomb.md", zeros(3 << 20), "good.md", GOOD));

        walk(new Unpacking.Limits(1 << 20, 100 << 20, 100));

        assertThat(files).containsExactly("a.zip!good.md");
        assertThat(problems).containsOnlyKeys("a.zip!bomb.md");
        assertThat(problems.get("a.zip!bomb.md")).contains("has more than 1 MB: split it");
    }

    @Test
    void whatNobodyWantsCountsToo() throws IOException {
        put("a.zip", zip("bomb.bin", zeros(30 << 20), "late.md", GOOD));
        put("b.md", GOOD);

        walk(new Unpacking.Limits(1 << 20, 10 << 20, 100));

        assertThat(files).isEmpty();
        assertThat(problems.get("a.zip")).contains("unpacks to more than 10 MB: import a part at a time");
        assertThat(problems).containsOnlyKeys("a.zip", "b.md");
    }

    @Test
    void theNumberOfFilesIsBounded() throws IOException {
        put("a.zip", zip("1.bin", GOOD, "2.bin", GOOD, "3.md", GOOD, "4.md", GOOD));

        walk(new Unpacking.Limits(1 << 20, 10 << 20, 3));

        assertThat(files).containsExactly("a.zip!3.md");
        assertThat(problems.get("a.zip")).contains("more than 3 files");
    }

    @Test
    void archivesInArchivesEndSomewhere() throws IOException {
        byte[] deep = zip("x.md", GOOD);
        for (int i = 0; i < 6; i++) {
            deep = zip("in.zip", deep, "beside.md", GOOD);
        }
        put("deep.zip", deep);

        walk();

        assertThat(files).hasSize(4).allMatch(name -> name.endsWith("!beside.md"));
        assertThat(problems)
                .containsOnlyKeys(
                        "deep.zip!in.zip!in.zip!in.zip!in.zip!in.zip", "deep.zip!in.zip!in.zip!in.zip!in.zip!beside.md")
                .allSatisfy((name, reason) -> assertThat(reason).contains("nested more than 4 deep"));
    }

    @Test
    void pathsThatLeadOutOfAnArchiveAreNamed() throws IOException {
        put("a.zip", zip("../../etc/x.md", GOOD, "..\\x.md", GOOD, "a/../b.md", GOOD, "fine..md", GOOD));

        walk();

        assertThat(files).containsExactly("a.zip!fine..md");
        assertThat(problems)
                .containsOnlyKeys("a.zip!../../etc/x.md", "a.zip!../x.md", "a.zip!a/../b.md")
                .allSatisfy((name, reason) -> assertThat(reason).contains("leads out of its archive"));
    }

    @Test
    void namesCannotCommandATerminal() throws IOException {
        put("a.zip", zip("\u001b[2Jx\n.md", GOOD));

        walk();

        assertThat(files).containsExactly("a.zip!_[2Jx_.md");
    }

    @Test
    void whatIsCutShortIsNamedAndTheRestIsRead() throws IOException {
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        put("cut.md.gz", firstHalf(gzip(noise)));
        put("cut.zip", firstHalf(zip("first.md", GOOD, "noise.md", noise)));
        put("outer.zip", zip("torn.zip", firstHalf(zip("n.md", noise)), "no.zip", GOOD, "after.md", GOOD));
        put("empty.zip", zeros(0));
        put("empty.md.gz", zeros(0));
        put("empty.md", zeros(0));
        put("plain.md.gz", GOOD);

        walk();

        assertThat(files).containsExactly("cut.zip!first.md", "empty.md", "empty.md", "outer.zip!after.md", "plain.md");
        assertThat(problems)
                .containsKeys("cut.md.gz", "cut.zip", "empty.zip", "outer.zip!torn.zip", "outer.zip!no.zip")
                .doesNotContainKey("outer.zip");
    }

    @Test
    void linksThatLeadInACircleAreNamed() throws IOException {
        put("good.md", GOOD);
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.createSymbolicLink(below.resolve("above"), folder);
        Files.createSymbolicLink(below.resolve("self.md"), below.resolve("self.md"));
        Files.createSymbolicLink(below.resolve("other.md"), folder.resolve("good.md"));

        walk();

        assertThat(files).containsExactly("below/other.md", "good.md");
        assertThat(problems.get("below/above")).contains("link to a folder");
        assertThat(problems.get("below/self.md")).contains("leads nowhere");
    }
}
