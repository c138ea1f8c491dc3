package dev.analystcopilot.triage.learning;

/// A model of cases that may come to decide.
public interface Candidate extends AutoCloseable {

    /// The probability of an attack for each row.
    float[] attack(float[][] rows);

    /// Names it: the first digits of its file's hash.
    String version();

    /// The standard ONNX file.
    byte[] onnx();

    @Override
    void close();
}
