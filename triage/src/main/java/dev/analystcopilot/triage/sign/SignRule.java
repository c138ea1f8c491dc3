package dev.analystcopilot.triage.sign;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// When a body shows a sign.
///
/// @param all conditions that must hold, the cheap ones first
/// @param any of these one must hold, where there are any
/// @param none of these none may hold
/// @param explains ids of signs that do not count where this one is found: it is what they look like
record SignRule(Sign sign, List<Clause> all, List<Clause> any, List<Clause> none, Set<String> explains) {
    SignRule {
        all = all.stream().sorted(Comparator.comparingInt(Clause::cost)).toList();
        any = List.copyOf(any);
        none = List.copyOf(none);
        explains = Set.copyOf(explains);
        if (all.isEmpty() && any.isEmpty()) {
            throw new IllegalArgumentException("sign " + sign.id() + " has no condition");
        }
        boolean guarded = all.stream().anyMatch(clause -> !ungated(clause));
        if (!guarded
                && (all.stream().anyMatch(SignRule::ungated) || any.stream().anyMatch(SignRule::ungated))) {
            throw new IllegalArgumentException("sign " + sign.id() + " needs a word beside its regular expression");
        }
    }

    private static boolean ungated(Clause clause) {
        return clause instanceof Clause.Regex regex && regex.literals().isEmpty();
    }

    boolean holds(Body body) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).holds(body)) {
                return false;
            }
        }
        return (any.isEmpty() || holdsOne(any, body)) && !holdsOne(none, body);
    }

    private static boolean holdsOne(List<Clause> clauses, Body body) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).holds(body)) {
                return true;
            }
        }
        return false;
    }
}
