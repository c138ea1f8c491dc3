package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.alert.Alert;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// `evidence.jsonl.gz` of a run's folder: `{"id", "raw"}` a line, each accepted alert as it came. With it, questions
/// can
/// be answered from the folder alone, long after the run's scratch scope is gone.
public final class EvidenceFile implements AutoCloseable {
    public static final String NAME = "evidence.jsonl.gz";
    private static final int BUFFER = 1 << 16;

    private final Writer to;

    EvidenceFile(Path folder) throws IOException {
        to = new BufferedWriter(
                new OutputStreamWriter(
                        new Fast(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)), BUFFER)),
                        StandardCharsets.UTF_8),
                BUFFER);
    }

    void add(Alert alert) {
        try {
            to.write("{\"id\":");
            to.write(JsonMapper.shared().writeValueAsString(alert.id()));
            to.write(",\"raw\":");
            to.write(oneLine(alert.raw()));
            to.write("}\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + NAME, e);
        }
    }

    /// Within strings JSON has no line breaks, so those that are there only lay it out.
    private static String oneLine(String raw) {
        return raw.isBlank() ? "{}" : raw.replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    public void close() throws IOException {
        to.close();
    }

    /// Quick to write matters more than the last tenth of its size.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream to) throws IOException {
            super(to, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
