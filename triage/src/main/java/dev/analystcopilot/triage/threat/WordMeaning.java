package dev.analystcopilot.triage.threat;

import java.util.List;

/// What a burst's words, or its source, say about an attack.
///
/// @param weight 0–1, how much they speak for one by themselves
/// @param phase which part of an attack they speak of
record WordMeaning(float weight, Phase phase) {
    /// The parts of an attack, coarser than tactics, so that few examples are enough to learn from.
    enum Phase {
        NONE(0),
        RECONNAISSANCE(1),
        ENTRY(2),
        FOOTHOLD(3),
        PRIVILEGE(4),
        CREDENTIALS(5),
        EXFILTRATION(6),
        IMPACT(7);

        /// Its place in [WordMeaning#NAMES].
        private final int column;

        Phase(int column) {
            this.column = column;
        }

        /// Its own bit in a set of phases.
        int bit() {
            return 1 << column;
        }

        /// Of a tactic's id.
        static Phase of(String tactic) {
            return switch (tactic) {
                case "TA0043", "TA0042", "TA0007" -> RECONNAISSANCE;
                case "TA0001" -> ENTRY;
                case "TA0002", "TA0003" -> FOOTHOLD;
                case "TA0004", "TA0005" -> PRIVILEGE;
                case "TA0006", "TA0008" -> CREDENTIALS;
                case "TA0009", "TA0010", "TA0011" -> EXFILTRATION;
                case "TA0040" -> IMPACT;
                default -> NONE;
            };
        }
    }

    static final WordMeaning NOTHING = new WordMeaning(0, Phase.NONE);
    static final List<String> NAMES = List.of(
            "words",
            "words_reconnaissance",
            "words_entry",
            "words_foothold",
            "words_privilege",
            "words_credentials",
            "words_exfiltration",
            "words_impact");

    void write(float[] row, int at) {
        row[at] = weight;
        if (phase != Phase.NONE) {
            row[at + phase.column] = weight;
        }
    }
}
