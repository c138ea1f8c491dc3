package dev.analystcopilot.api.openai;

/// About how many tokens a text is, for clients that count: the words come from code or from a model whose tokenizer is
/// not known here. A Chinese character is about one token, four characters of other scripts are.
final class Tokens {
    private static final double OF_A_LETTER = 0.25;

    private Tokens() {}

    static int in(String text) {
        double tokens = text.codePoints()
                .mapToDouble(character -> Character.isIdeographic(character) ? 1 : OF_A_LETTER)
                .sum();
        return (int) Math.ceil(tokens);
    }
}
