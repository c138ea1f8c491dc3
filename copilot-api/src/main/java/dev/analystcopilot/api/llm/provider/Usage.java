package dev.analystcopilot.api.llm.provider;

/// What a request took.
///
/// @param in tokens read
/// @param out tokens written
public record Usage(int in, int out) {
    private static final double PER_MILLION = 1e6;
    /// Above, scripts whose characters are about a token each begin.
    private static final int WIDE = 0x2E80;

    private static final int NARROW_PER_TOKEN = 4;

    public int total() {
        return in + out;
    }

    /// @param inPrice for a million tokens read
    /// @param outPrice for a million tokens written
    public double cost(double inPrice, double outPrice) {
        return (in * inPrice + out * outPrice) / PER_MILLION;
    }

    /// How many tokens a text is, roughly and rather too many: four characters of an alphabet, or one Chinese one.
    public static int tokens(CharSequence text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= WIDE) {
                wide++;
            }
        }
        return wide + (text.length() - wide + NARROW_PER_TOKEN - 1) / NARROW_PER_TOKEN;
    }
}
