package dev.analystcopilot.triage.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CaseGraphTest {

    @Property(tries = 60)
    void any_order_and_any_look_on_the_way_give_the_cases_of_the_batch(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int alerts) {
        List<Evidence> evidence = evidence(new Random(seed), alerts);
        var shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, new Random(~seed));
        var graph = new CaseGraph();
        for (int i = 0; i < shuffled.size(); i++) {
            graph.add(shuffled.get(i));
            if (i % 7 == 0) {
                graph.cases();
            }
        }
        assertThat(graph.cases()).isEqualTo(CaseBuilder.cases(evidence));
    }

    @Property(tries = 60)
    void every_alert_is_in_one_case_at_most(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int alerts) {
        List<Integer> members = Scope.numbers(CaseBuilder.cases(evidence(new Random(seed), alerts))).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(members).doesNotHaveDuplicates();
    }

    private static List<Evidence> evidence(Random random, int alerts) {
        var scope = new Scope();
        for (int i = 0; i < alerts; i++) {
            scope.at(
                    random.nextInt(2_000),
                    "rule " + random.nextInt(20),
                    random.nextInt(4) == 0 ? List.of("p" + random.nextInt(10)) : List.of(),
                    new Entity.Host("h" + random.nextInt(8)),
                    new Entity.User("user-" + random.nextInt(12)),
                    new Entity.Ip("10.0.0." + random.nextInt(6)));
        }
        return scope.evidence();
    }
}
