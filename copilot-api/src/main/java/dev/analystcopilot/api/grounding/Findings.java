package dev.analystcopilot.api.grounding;

import java.util.ArrayList;
import java.util.List;

/// What is found while one sentence is checked.
final class Findings {
    private final List<String> wrong = new ArrayList<>();
    private int parts;
    private boolean vague;
    private boolean something;

    /// It says something that its evidence does not bear out.
    void wrong(String reason) {
        if (!wrong.contains(reason)) {
            wrong.add(reason);
        }
    }

    /// A part of the sentence is over, before which so many reasons were known.
    void partEnds(int before) {
        parts += wrong.size() > before ? 1 : 0;
    }

    /// How many parts of it do not hold; 1 where it is the whole that does not.
    int claims() {
        return Math.max(1, parts);
    }

    /// It says something of which its evidence tells nothing.
    void vague() {
        vague = true;
    }

    /// Something of it holds.
    void holds() {
        something = true;
    }

    boolean nothingWrong() {
        return wrong.isEmpty();
    }

    boolean isVague() {
        return vague;
    }

    boolean saysSomething() {
        return something;
    }

    List<String> reasons() {
        return List.copyOf(wrong);
    }
}
