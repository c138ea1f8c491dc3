package dev.analystcopilot.knowledge.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Settings of a reading.
///
/// @param mapping the YAML or JSON file that says where formats `json` and `csv` find their fields; null for the other
/// formats
public record ReadOptions(@Nullable Path mapping) {

    public static ReadOptions none() {
        return new ReadOptions(null);
    }

    public static ReadOptions withMapping(Path mapping) {
        return new ReadOptions(mapping);
    }
}
