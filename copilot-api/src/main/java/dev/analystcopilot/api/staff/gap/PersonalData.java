package dev.analystcopilot.api.staff.gap;

import java.util.regex.Pattern;

/// Takes out of a question what names a person: whoever reads the list of questions needs to know none.
final class PersonalData {
    private static final Pattern MAILBOX = Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}.-]+\\p{Alnum}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[\\s.-]?\\d){6,}[xX]?");

    private PersonalData() {}

    static String hidden(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return LONG_NUMBER.matcher(MAILBOX.matcher(line).replaceAll("…@…")).replaceAll("…");
    }
}
