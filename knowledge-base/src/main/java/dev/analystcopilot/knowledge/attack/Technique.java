package dev.analystcopilot.knowledge.attack;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// An ATT&CK technique or sub-technique.
///
/// @param id such as `T1059.001`
/// @param name with the parent's name in front where it is a sub-technique
/// @param tactics in the order of the matrix
public record Technique(String id, Bilingual name, List<Tactic> tactics) {
    public Technique {
        tactics = List.copyOf(tactics);
    }
}
