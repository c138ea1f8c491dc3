package dev.analystcopilot.knowledge.sigma.match;

/// How telling pieces of evidence are together, and which of two fulfilled rules says more of an event.
///
/// Bits of independent pieces would add up, but a rule's are not independent: an image, its original name and its
/// description say the same thing three times. So they add up as a vector's parts do in its length, with exponent
/// 3: the most telling piece decides, the rest refines. Of alternatives, half counts what the fulfilled one says, half
/// how improbable it is that any of them is fulfilled. A rule's level is its author's word for how seldom it errs.
///
/// The three numbers stand in the middle of a flat optimum (`docs/adr/0008`), not at its best point.
final class Telling {
    private static final double EXPONENT = 3;
    private static final double FULFILLED = 0.5;
    private static final double LEVEL = 1.5;

    private Telling() {}

    /// A part of what [#together(double)] is made of.
    static double part(double bits) {
        return bits * bits * bits;
    }

    /// @param parts the sum of the parts
    static double together(double parts) {
        return Math.pow(parts, 1 / EXPONENT);
    }

    /// @param fulfilled the bits of the most telling alternative that is fulfilled
    /// @param any the bits of any of them being so
    static double alternative(double fulfilled, double any) {
        return FULFILLED * fulfilled + (1 - FULFILLED) * any;
    }

    /// Bits that a rule's level adds.
    static double level(String level) {
        return LEVEL
                * switch (level) {
                    case "critical" -> 2;
                    case "high" -> 1;
                    case "low" -> -1;
                    case "informational" -> -2;
                    default -> 0;
                };
    }
}
