package dev.analystcopilot.knowledge.sigma;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.sigma.match.RuleBook;
import dev.analystcopilot.knowledge.sigma.rule.ReadRule;
import dev.analystcopilot.knowledge.sigma.rule.ReadRule.Ready;
import dev.analystcopilot.knowledge.sigma.rule.ReadRule.Unusable;
import dev.analystcopilot.knowledge.sigma.rule.RuleReader;
import dev.analystcopilot.knowledge.sigma.rule.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rules compiled together, and those that could not be.
///
/// @param unusable each named with its reason
public record RuleSet(RuleBook book, List<Unusable> unusable) {

    public RuleSet {
        requireNonNull(book, "book");
        unusable = List.copyOf(unusable);
    }

    /// Reads and compiles rules on all processors.
    ///
    /// @param yaml rules by a name for each
    public static RuleSet compile(Map<String, String> yaml) {
        List<ReadRule> read = yaml.entrySet().parallelStream()
                .flatMap(rule -> RuleReader.read(rule.getKey(), rule.getValue()).stream())
                .toList();
        List<SigmaRule> ready = new ArrayList<>();
        List<Unusable> unusable = new ArrayList<>();
        for (ReadRule rule : read) {
            switch (rule) {
                case Ready one -> ready.add(one.rule());
                case Unusable one -> unusable.add(one);
            }
        }
        return new RuleSet(new RuleBook(ready), unusable);
    }
}
