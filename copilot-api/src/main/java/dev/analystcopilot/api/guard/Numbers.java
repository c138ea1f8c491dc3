package dev.analystcopilot.api.guard;

/// Check digits: what tells a card's or a person's number from any other digits.
final class Numbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int RESIDENT = 18;

    private Numbers() {}

    /// ISO/IEC 7812: 13 to 19 digits that begin like a card of payment or of a bank, and pass Luhn's check.
    static boolean card(String written) {
        String digits = written.replaceAll("[ -]", "");
        if (digits.length() < SHORTEST_CARD
                || digits.length() > LONGEST_CARD
                || "23456".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = twice ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /// GB 11643-1999: 17 digits and ISO 7064 MOD 11-2.
    static boolean chineseResident(String id) {
        if (id.length() != RESIDENT) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (id.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(id.charAt(RESIDENT - 1));
    }
}
