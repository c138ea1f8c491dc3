package dev.analystcopilot.knowledge.format;

/// Takes the records of an input in their order. It may be slow: the reader waits for it.
@FunctionalInterface
public interface RecordHandler {
    void accept(AlertRecord record);
}
