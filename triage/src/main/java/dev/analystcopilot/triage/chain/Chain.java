package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// The steps of an attack in order, why they follow from each other, and what the evidence does not show.
public record Chain(List<Step> steps, List<Link> links, List<Bilingual> gaps) {
    public Chain {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
        gaps = List.copyOf(gaps);
    }
}
