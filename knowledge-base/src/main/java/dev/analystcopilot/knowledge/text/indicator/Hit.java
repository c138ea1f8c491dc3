package dev.analystcopilot.knowledge.text.indicator;

/// What a part of the grammar recognised.
///
/// @param end after its last character in the refanged text
record Hit(IndicatorType type, String value, int port, int end) {
    Hit(IndicatorType type, String value, int end) {
        this(type, value, 0, end);
    }
}
