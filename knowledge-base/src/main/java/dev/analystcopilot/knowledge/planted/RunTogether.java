package dev.analystcopilot.knowledge.planted;

/// Words written without blanks between them, told by those that no planted order does without.
final class RunTogether {
    private RunTogether() {}

    static boolean seems(CharSequence text, int from, int to) {
        for (int i = from; i + 5 < to; i++) {
            char c = Letters.lower(Letters.plainOf(text.charAt(i)));
            String word = switch (c) {
                case 'i' -> "ignore";
                case 'd' -> "disregard";
                case 'p' -> "previous";
                case 'f' -> "falsepositive";
                case 'v' -> "verdict";
                case 'o' -> "override";
                case 'y' -> "youare";
                case 't' -> "thisalert";
                case 'b' -> "benign";
                default -> "";
            };
            if (!word.isEmpty() && at(text, i, to, word)) {
                return true;
            }
            if ((c == 'i' && at(text, i, to, "instruction")) || (c == 'p' && at(text, i, to, "prompt"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(CharSequence text, int from, int to, String word) {
        if (from + word.length() > to) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Letters.lower(Letters.plainOf(text.charAt(from + i))) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
