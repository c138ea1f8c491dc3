package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.util.List;

/// Checks what somebody is said to have done: the evidence that bears out the values around it has to tell of such an
/// act by its words, techniques or fields. That nothing of the kind is there is no contradiction, but no proof either.
/// That something did not happen which happened is one.
final class ActCheck {
    private ActCheck() {}

    static void check(List<Told> parts, Reasons reasons, Findings findings) {
        for (Told part : parts) {
            part.atoms(Atom.Act.class).forEach(act -> check(act, part.around(act), reasons, findings));
        }
    }

    private static void check(Atom.Act act, List<Facet> facets, Reasons reasons, Findings findings) {
        List<Facet> tell = facets.stream().filter(facet -> facet.holds(act)).toList();
        if (tell.isEmpty()) {
            findings.vague();
        } else if (act.denied() && !act.open() && tell.stream().allMatch(facet -> facet.happened(act))) {
            findings.wrong(reasons.denied(act));
        } else if (act.denied() && tell.stream().noneMatch(Facet::onlyAttempted)) {
            findings.vague();
        } else {
            findings.holds();
        }
    }
}
