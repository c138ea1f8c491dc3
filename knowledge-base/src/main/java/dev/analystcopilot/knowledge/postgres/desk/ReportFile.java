package dev.analystcopilot.knowledge.postgres.desk;

import static java.util.Objects.requireNonNull;

/// What was handed over with a report, as it came.
public final class ReportFile {
    public static final int LARGEST = 10 << 20;

    private final String name;
    private final String mediaType;
    private final String sha256;
    private final byte[] bytes;

    /// @param name without folders
    /// @param mediaType by what the bytes are, not by what the sender says
    public ReportFile(String name, String mediaType, String sha256, byte[] bytes) {
        this.name = requireNonNull(name, "name");
        this.mediaType = requireNonNull(mediaType, "mediaType");
        this.sha256 = requireNonNull(sha256, "sha256");
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("a report's file has at most " + LARGEST + " bytes");
        }
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public String sha256() {
        return sha256;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
