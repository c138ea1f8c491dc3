package dev.analystcopilot.triage.order;

import java.util.List;
import java.util.regex.Pattern;

/// Words that tell in which part of an attack a sentence belongs, from `triage/order/cues.tsv`.
final class Cues {
    /// Longer texts are read to here: some patterns look for words near each other, and alert text is hostile.
    private static final int READ = 2_000;

    /// @param stage 0 to 100
    record Cue(double stage, double weight, Pattern words) {}

    private final List<Cue> cues;

    private Cues(List<Cue> cues) {
        this.cues = cues;
    }

    static Cues load() {
        return new Cues(OrderFiles.lines("cues.tsv").stream().map(Cues::cue).toList());
    }

    private static Cue cue(String line) {
        String[] row = line.split("\t", 3);
        return new Cue(
                Double.parseDouble(row[0]),
                Double.parseDouble(row[1]),
                Pattern.compile(row[2], Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    List<Cue> in(String text) {
        String read = text.substring(0, Math.min(READ, text.length()));
        return cues.stream().filter(cue -> cue.words().matcher(read).find()).toList();
    }
}
