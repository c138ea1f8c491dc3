package dev.analystcopilot.knowledge.format.field;

import dev.analystcopilot.knowledge.alert.Severity;
import java.util.Locale;

/// The words products use for severities.
public final class Severities {
    private Severities() {}

    /// Unknown for words that are none.
    public static Severity ofName(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "informational", "information", "info", "notice", "debug", "信息", "提示" -> Severity.INFORMATIONAL;
            case "low", "minor", "低", "低危" -> Severity.LOW;
            case "medium", "moderate", "warning", "warn", "中", "中危" -> Severity.MEDIUM;
            case "high", "major", "error", "高", "高危" -> Severity.HIGH;
            case "critical", "fatal", "severe", "emergency", "严重", "危急", "紧急" -> Severity.CRITICAL;
            default -> Severity.UNKNOWN;
        };
    }
}
