package dev.analystcopilot.eval.similar;

import dev.analystcopilot.eval.similar.Questions.Question;
import java.util.List;

/// A store that is asked for the ten nearest fingerprints of a tenant with an alert in the last seven days.
interface Contestant {
    String name();

    /// Their hashes, the nearest first.
    List<String> nearest(Question question);
}
