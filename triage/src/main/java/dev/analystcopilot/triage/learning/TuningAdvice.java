package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.learning.Combo;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/// Finds what could be set aside for good, and says what that would have removed in the past. Nothing is proposed that
/// would have removed an attack, judged or computed, or a critical alert, or that rests on a single verdict.
public final class TuningAdvice {
    public static final double CONFIDENCE = 0.95;
    public static final int DAYS = 90;

    static final int LEAST_VERDICTS = 2;
    static final int LEAST_ALERTS = 5;
    /// A fingerprint on every host is proposed only where verdicts come from several.
    static final int LEAST_HOSTS = 2;

    private static final int MOST = 50;
    private static final int ID_LENGTH = 16;

    private TuningAdvice() {}

    /// @param standing verdicts that were not taken back: what they set aside already is not proposed again
    /// @return those that remove most alerts first; a host's is left out where the one for every host is there
    public static List<Advice> of(Collection<Combo> combos, Collection<Judgement> standing, Instant now) {
        Map<String, List<HumanVerdict>> suppressed = suppressed(standing, now);
        List<Combo> clean = combos.stream()
                .filter(TuningAdvice::clean)
                .filter(combo -> !covered(combo, suppressed))
                .toList();
        List<String> everywhere = clean.stream()
                .filter(combo -> combo.entityKey().isEmpty())
                .map(Combo::fingerprint)
                .toList();
        return clean.stream()
                .filter(combo -> combo.entityKey().isEmpty() || !everywhere.contains(combo.fingerprint()))
                .map(TuningAdvice::advice)
                .sorted(Comparator.comparingLong(
                                (Advice advice) -> -advice.tested().alerts())
                        .thenComparing(Advice::id))
                .limit(MOST)
                .toList();
    }

    private static boolean clean(Combo combo) {
        return combo.attacks() == 0
                && combo.attackVerdicts() == 0
                && combo.computedAttacks() == 0
                && combo.worst() != Severity.CRITICAL
                && combo.verdicts() >= LEAST_VERDICTS
                && combo.alerts() >= LEAST_ALERTS
                && (combo.entityKey().isPresent() || combo.entities() >= LEAST_HOSTS);
    }

    private static Map<String, List<HumanVerdict>> suppressed(Collection<Judgement> standing, Instant now) {
        var suppressed = new HashMap<String, List<HumanVerdict>>();
        for (Judgement judgement : standing) {
            HumanVerdict verdict = judgement.verdict();
            if (verdict.reach() == Reach.FINGERPRINT && verdict.verdict().setAside() && verdict.activeAt(now)) {
                judgement
                        .basis()
                        .prints()
                        .forEach(print -> suppressed
                                .computeIfAbsent(print.fingerprint(), key -> new ArrayList<>())
                                .add(verdict));
            }
        }
        return suppressed;
    }

    private static boolean covered(Combo combo, Map<String, List<HumanVerdict>> suppressed) {
        return suppressed.getOrDefault(combo.fingerprint(), List.of()).stream()
                .map(HumanVerdict::entityKey)
                .anyMatch(entity -> entity.isEmpty() || entity.equals(combo.entityKey()));
    }

    private static Advice advice(Combo combo) {
        String name = combo.fingerprint() + "\n" + combo.entityKey().orElse("");
        return new Advice(
                "adv-" + DigestUtils.sha256Hex(name).substring(0, ID_LENGTH),
                combo,
                combo.falsePositives() * 2 >= combo.harmless() ? Verdict.FALSE_POSITIVE : Verdict.BENIGN,
                BinomialBound.upper(combo.attackVerdicts(), combo.verdicts(), CONFIDENCE));
    }

    /// The one with this id, if it still holds.
    public static Optional<Advice> find(List<Advice> advice, String id) {
        return advice.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
