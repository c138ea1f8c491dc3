package dev.analystcopilot.api.knowledge;

/// How large an uploaded file may be.
public record UploadLimit(long bytes) {
    public UploadLimit {
        if (bytes < 1) {
            throw new IllegalArgumentException("an upload limit is at least one byte, not " + bytes);
        }
    }
}
