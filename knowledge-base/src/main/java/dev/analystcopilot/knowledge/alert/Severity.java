package dev.analystcopilot.knowledge.alert;

/// How bad the source says an alert is: OCSF `severity_id` 0 to 5, in rising order.
public enum Severity {
    UNKNOWN(0),
    INFORMATIONAL(1),
    LOW(2),
    MEDIUM(3),
    HIGH(4),
    CRITICAL(5);

    private final int ocsfId;

    Severity(int ocsfId) {
        this.ocsfId = ocsfId;
    }

    /// The OCSF number; 6 ("fatal") counts as critical, anything else out of range as unknown.
    public static Severity ofOcsf(int id) {
        return switch (id) {
            case 1 -> INFORMATIONAL;
            case 2 -> LOW;
            case 3 -> MEDIUM;
            case 4 -> HIGH;
            case 5, 6 -> CRITICAL;
            default -> UNKNOWN;
        };
    }

    public int ocsfId() {
        return ocsfId;
    }
}
