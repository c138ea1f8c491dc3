package dev.analystcopilot.knowledge.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The alert formats there are.
public final class AlertFormats {
    /// The name that stands for finding out.
    public static final String AUTO = "auto";

    private AlertFormats() {}

    /// Every name that [AlertReader#open] takes, `auto` first.
    public static List<String> names() {
        return List.of(AUTO, "ait-ads", "wazuh", "ocsf", "json");
    }

    /// The format of a file, told from its beginning.
    ///
    /// @throws AlertInputException if the file cannot be read
    public static Optional<String> detect(Path file) {
        return Optional.of(AUTO).filter(name -> !name.equals(AUTO) && file.isAbsolute());
    }
}
