package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.embeddings.text.Vector;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Writes rows through `COPY … FROM STDIN (FORMAT binary)`, PostgreSQL's fastest way in. In the binary form every value
/// comes with its length, so there is nothing to escape and nothing that a hostile text could break out of. The one
/// thing PostgreSQL cannot store in text is NUL, which becomes a space.
///
/// Format: PostgreSQL manual, COPY, "Binary Format"; the values are what the types' `recv` functions read.
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;
    private static final int INT2_OID = 21;
    private static final int JSONB_VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;
    private final int columns;

    private BinaryCopy(DataOutputStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @FunctionalInterface
    interface RowWriter<T> {
        void write(BinaryCopy copy, T row) throws IOException;
    }

    /// @param sql the COPY statement
    static <T> void copy(Handle handle, String sql, int columns, Iterable<T> rows, RowWriter<T> writer) {
        try {
            Connection connection = handle.getConnection();
            var stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
            try (var copy = new BinaryCopy(new DataOutputStream(new BufferedOutputStream(stream, BUFFER)), columns)) {
                copy.out.write(SIGNATURE);
                for (T row : rows) {
                    copy.out.writeShort(copy.columns);
                    writer.write(copy, row);
                }
                copy.out.writeShort(-1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database refused a bulk load", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a bulk load", e);
        }
    }

    BinaryCopy text(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            bytes(value);
        }
        return this;
    }

    BinaryCopy texts(List<String> values) throws IOException {
        if (values.isEmpty()) {
            out.writeInt(12);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(TEXT_OID);
            return this;
        }
        List<byte[]> encoded = values.stream().map(BinaryCopy::encode).toList();
        out.writeInt(20 + encoded.stream().mapToInt(value -> 4 + value.length).sum());
        out.writeInt(1);
        out.writeInt(0);
        out.writeInt(TEXT_OID);
        out.writeInt(encoded.size());
        out.writeInt(1);
        for (byte[] value : encoded) {
            out.writeInt(value.length);
            out.write(value);
        }
        return this;
    }

    /// A `jsonb`, given as JSON text; or null.
    BinaryCopy jsonb(@Nullable String json) throws IOException {
        if (json == null) {
            out.writeInt(-1);
            return this;
        }
        byte[] encoded = encode(json);
        out.writeInt(1 + encoded.length);
        out.writeByte(JSONB_VERSION);
        out.write(encoded);
        return this;
    }

    BinaryCopy bool(boolean value) throws IOException {
        out.writeInt(1);
        out.writeByte(value ? 1 : 0);
        return this;
    }

    BinaryCopy int2(int value) throws IOException {
        out.writeInt(2);
        out.writeShort(value);
        return this;
    }

    /// The first values, as a `smallint[]` that is not empty.
    BinaryCopy int2s(short[] values, int count) throws IOException {
        out.writeInt(20 + 6 * count);
        out.writeInt(1);
        out.writeInt(0);
        out.writeInt(INT2_OID);
        out.writeInt(count);
        out.writeInt(1);
        for (int i = 0; i < count; i++) {
            out.writeInt(2);
            out.writeShort(values[i]);
        }
        return this;
    }

    BinaryCopy int4(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
        return this;
    }

    BinaryCopy int8(long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
        return this;
    }

    BinaryCopy float8(double value) throws IOException {
        out.writeInt(8);
        out.writeDouble(value);
        return this;
    }

    /// Microseconds; what is finer is cut off.
    BinaryCopy time(Instant value) throws IOException {
        out.writeInt(8);
        out.writeLong(EPOCH.until(value.truncatedTo(ChronoUnit.MICROS), ChronoUnit.MICROS));
        return this;
    }

    /// A `halfvec`, or null.
    BinaryCopy halfvec(@Nullable Vector value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return this;
        }
        float[] components = value.toArray();
        out.writeInt(4 + 2 * components.length);
        out.writeShort(components.length);
        out.writeShort(0);
        for (float component : components) {
            out.writeShort(Float.floatToFloat16(component));
        }
        return this;
    }

    private void bytes(String value) throws IOException {
        byte[] encoded = encode(value);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    /// Unpaired surrogates, which no UTF-8 text can hold, become question marks.
    private static byte[] encode(String value) {
        return StoredText.of(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
