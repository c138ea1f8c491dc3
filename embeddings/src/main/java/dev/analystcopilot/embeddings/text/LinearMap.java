package dev.analystcopilot.embeddings.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Carries vectors of one model over to the space of another: `y = mean_y + W (x - mean_x)`, scaled to unit length.
/// Learnt from texts that say the same in both languages (Mikolov, Le, Sutskever 2013, with a ridge).
///
/// Kept as half-precision numbers: a magic number, both dimensions, both means, then `W` by rows of the output.
public final class LinearMap {
    private static final int MAGIC = 0x4c4d4150;

    private final float[] meanIn;
    private final float[] meanOut;
    private final float[][] weights;

    /// @param weights one row for each dimension of the output
    public LinearMap(float[] meanIn, float[] meanOut, float[][] weights) {
        if (weights.length != meanOut.length) {
            throw new IllegalArgumentException("%d rows for %d dimensions".formatted(weights.length, meanOut.length));
        }
        this.meanIn = meanIn.clone();
        this.meanOut = meanOut.clone();
        this.weights = new float[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != meanIn.length) {
                throw new IllegalArgumentException(
                        "row %d has %d columns for %d dimensions".formatted(i, weights[i].length, meanIn.length));
            }
            this.weights[i] = weights[i].clone();
        }
    }

    /// @throws IllegalStateException if the resource is missing
    public static LinearMap load(String resource) {
        try (InputStream in = LinearMap.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    static LinearMap read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no linear map");
        }
        int from = in.readUnsignedShort();
        int to = in.readUnsignedShort();
        float[] meanIn = halves(in, from);
        float[] meanOut = halves(in, to);
        float[][] weights = new float[to][];
        for (int row = 0; row < to; row++) {
            weights[row] = halves(in, from);
        }
        return new LinearMap(meanIn, meanOut, weights);
    }

    private static float[] halves(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(in.readShort());
        }
        return values;
    }

    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeShort(meanIn.length);
        out.writeShort(meanOut.length);
        writeHalves(out, meanIn);
        writeHalves(out, meanOut);
        for (float[] row : weights) {
            writeHalves(out, row);
        }
        out.flush();
    }

    private static void writeHalves(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeShort(Float.floatToFloat16(value));
        }
    }

    public int dimensionIn() {
        return meanIn.length;
    }

    public int dimensionOut() {
        return meanOut.length;
    }

    public Vector apply(Vector vector) {
        float[] in = vector.toArray();
        if (in.length != meanIn.length) {
            throw new IllegalArgumentException(
                    "this map takes %d dimensions, not %d".formatted(meanIn.length, in.length));
        }
        for (int i = 0; i < in.length; i++) {
            in[i] -= meanIn[i];
        }
        float[] out = meanOut.clone();
        for (int row = 0; row < out.length; row++) {
            double sum = 0;
            for (int i = 0; i < in.length; i++) {
                sum += (double) weights[row][i] * in[i];
            }
            out[row] += (float) sum;
        }
        return Vector.of(out);
    }
}
