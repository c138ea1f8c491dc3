package dev.analystcopilot.knowledge.text.indicator;

/// The port after an address.
final class Ports {
    private static final int LAST = 65_535;

    private Ports() {}

    /// @param number 0 if there is none
    /// @param end after it, or where it would begin
    record Port(int number, int end) {}

    static Port after(Refanged text, int colon) {
        int i = colon + 1;
        int value = 0;
        while (i < colon + 6 && Characters.digit(text.at(i))) {
            value = value * 10 + (text.at(i++) - '0');
        }
        boolean port = text.at(colon) == ':'
                && i > colon + 1
                && value > 0
                && value <= LAST
                && !Characters.word(text.at(i))
                && text.at(i) != ':';
        return port ? new Port(value, i) : new Port(0, colon);
    }
}
