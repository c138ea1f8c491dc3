package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What an alert's signs and its source's own grade come to, as additive log-odds of "part of an attack". Expert
/// weights: no labels exist to learn them from.
///
/// Signs of one direction overlap, as two words of one command line do, so that the second counts for half of its
/// weight, the third for a quarter, and so on. The source's grade is a weak prior only: rule levels alone tell attack
/// from everyday at macro F1 .46.
///
/// @param logOdds natural logarithm; 0 is "as likely as not"
/// @param reasons the signs that it was made of, the weightiest first
public record SignScore(double logOdds, List<Sign> reasons) {
    /// Log-odds of a sign of weight 1.
    private static final double SCALE = 4;

    private static final double OVERLAP = 0.5;
    private static final String WAZUH = "wazuh";
    /// Log-odds beyond which, on either side, an alert that stands alone is judged at all: 60 to 40.
    private static final double SETTLED = Math.log(0.6 / 0.4);

    public SignScore {
        reasons = List.copyOf(reasons);
    }

    /// @param ids found in the body; those that are not known (an older version's) count nothing
    /// @param level the rule's level on Wazuh's scale of 0 to 15, or -1 where there is none
    public static SignScore of(Signs signs, Collection<String> ids, int level, Severity severity) {
        List<Sign> known = ids.stream()
                .distinct()
                .flatMap(id -> signs.find(id).stream())
                .sorted(Comparator.comparingDouble((Sign sign) -> -Math.abs(sign.weight()))
                        .thenComparing(Sign::id))
                .toList();
        double sum = level >= 0 ? ofLevel(level) : ofSeverity(severity);
        sum += added(known.stream().filter(Sign::threatens).toList());
        sum += added(known.stream().filter(sign -> !sign.threatens()).toList());
        return new SignScore(sum, known);
    }

    /// What the body of a stored alert told when it came in.
    public static SignScore of(StoredAlert alert) {
        return of(Signs.load(), alert.signs(), level(alert), alert.severity());
    }

    /// Whether the alert tells of an event with all its fields, so that a body without signs says something, too.
    public static boolean hasBody(StoredAlert alert) {
        return !alert.signs().isEmpty() || (alert.source().equals(WAZUH) && alert.severity() != Severity.UNKNOWN);
    }

    /// The rule's level on Wazuh's scale, -1 where there is none. Other sources count otherwise.
    public static int level(StoredAlert alert) {
        String level = alert.source().equals(WAZUH) ? alert.details().getOrDefault("rule.level", "") : "";
        return level.length() <= 2 && !level.isEmpty() && level.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(level)
                : -1;
    }

    private static double added(List<Sign> byWeight) {
        double share = 1;
        double sum = 0;
        for (Sign sign : byWeight) {
            sum += share * SCALE * sign.weight();
            share *= OVERLAP;
        }
        return sum;
    }

    private static double ofLevel(int level) {
        return level <= 3 ? -0.8 : level <= 6 ? -0.4 : level <= 9 ? 0 : level <= 11 ? 0.4 : level <= 14 ? 0.8 : 1.2;
    }

    private static double ofSeverity(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> -0.4;
            case INFORMATIONAL -> -0.8;
            case LOW -> -0.4;
            case MEDIUM -> 0.2;
            case HIGH -> 0.8;
            case CRITICAL -> 1.2;
        };
    }

    /// 0–1.
    public double probability() {
        return 1 / (1 + Math.exp(-logOdds));
    }

    public Leaning leaning() {
        boolean threatened = reasons.stream().anyMatch(Sign::threatens);
        if (threatened && logOdds >= SETTLED) {
            return Leaning.THREATENING;
        }
        return !threatened && !reasons.isEmpty() && logOdds <= -SETTLED ? Leaning.EVERYDAY : Leaning.NEUTRAL;
    }

    /// What to make of an alert about which nothing else is known.
    ///
    /// @param claimsAttack whether its source names a technique: everyday work is then a false alarm, else benign
    public Verdict verdict(boolean claimsAttack) {
        if (logOdds >= SETTLED) {
            return Verdict.TRUE_POSITIVE;
        } else if (logOdds <= -SETTLED) {
            return claimsAttack ? Verdict.FALSE_POSITIVE : Verdict.BENIGN;
        }
        return Verdict.INSUFFICIENT_DATA;
    }
}
