package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.atom.Bound;
import dev.analystcopilot.api.grounding.atom.Kinds;
import dev.analystcopilot.api.grounding.atom.When;
import dev.analystcopilot.api.grounding.text.CleanText;
import dev.analystcopilot.knowledge.alert.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One statement of evidence: an alert, a step of a case, a line of a result, a passage. Answers whether it bears out
/// an atom; two atoms that one facet bears out belong together.
public final class Facet {
    private static final int NUMBERS_READ = 12_000;
    private static final Duration ROUGHLY = Duration.ofMinutes(5);
    private static final Duration ROUGHLY_THE_HOUR = Duration.ofMinutes(30);
    private static final int SAYS_ENOUGH = 1_000;
    private static final double ROUGH_SPAN = .15;
    private static final double FAR = 3;

    private final String shown;
    private final Haystack text;
    private final Haystack deep;
    private final List<Instant> times;
    private final Map<Unit, Set<Long>> counts;
    private final Map<String, Double> rates;
    private final Set<String> core;
    private final Set<String> sources;
    private final Set<String> targets;
    private final FacetJudgement judgement;
    private final boolean broad;
    private final boolean made;
    private volatile @Nullable List<Atom> said;
    private volatile @Nullable List<Atom> saidDeep;
    private final Map<String, Boolean> kinds = new ConcurrentHashMap<>();

    Facet(FacetBuilder from) {
        this.shown = CleanText.of(from.text.toString());
        this.text = Haystack.of(from.text.toString());
        this.deep = Haystack.of(from.text.toString() + from.deep);
        this.times = from.times.stream().sorted().toList();
        this.counts = Map.copyOf(from.counts);
        this.rates = Map.copyOf(from.rates);
        this.core = Set.copyOf(from.core);
        this.sources = Set.copyOf(from.sources);
        this.targets = Set.copyOf(from.targets);
        this.judgement = new FacetJudgement(from.verdict, from.outcome, from.severity);
        this.broad = from.broad;
        this.made = from.made;
    }

    /// Whether it is about a whole whose parts have facets of their own.
    public boolean broad() {
        return broad;
    }

    /// Whether a name is of so large a part of the whole that it stands for it.
    boolean core(String name) {
        return core.stream()
                .anyMatch(one -> one.equals(name) || one.startsWith(name + ".") || one.endsWith("\\" + name));
    }

    /// When what it tells of began.
    public Optional<Instant> first() {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.getFirst());
    }

    /// From the first to the last moment.
    public Optional<Duration> length() {
        return times.size() < 2 ? Optional.empty() : Optional.of(Duration.between(times.getFirst(), times.getLast()));
    }

    /// Whether an act that it tells of happened: what was only attempted may not have, and it may deny it itself.
    public boolean happened(Atom.Act act) {
        return judgement.outcome() != null
                && judgement.outcome() != Outcome.ATTEMPTED
                && Atoms.acts(shown).stream().noneMatch(own -> own.name().equals(act.name()) && own.denied());
    }

    /// Whether the record says that it was tried, and no more.
    public boolean onlyAttempted() {
        return judgement.outcome() == Outcome.ATTEMPTED;
    }

    /// Whether there are so many of them in what it tells of.
    public boolean counts(Unit unit, long count) {
        return counts.getOrDefault(unit, Set.of()).contains(count);
    }

    /// How many of them it counts: its own alerts, else the number of a line that code made. Empty where it counts
    /// none.
    public OptionalDouble size() {
        if (made) {
            return said().stream()
                    .filter(Atom.Number.class::isInstance)
                    .mapToDouble(atom -> ((Atom.Number) atom).value())
                    .max();
        }
        Set<Long> alerts = counts.getOrDefault(Unit.ALERT, Set.of());
        return alerts.size() == 1 ? OptionalDouble.of((double) alerts.iterator().next()) : OptionalDouble.empty();
    }

    /// Which kind of thing it is one of, so that it is compared with its like.
    public String kindOfThing() {
        int colon = shown.indexOf(':');
        return made ? "line" : times.isEmpty() && colon > 0 ? shown.substring(0, colon) : "event";
    }

    /// Whether this was only where it came from, or only where it went to; empty where the record does not tell.
    public Optional<Boolean> cameFrom(String name) {
        boolean source = sources.contains(name);
        return source == targets.contains(name) ? Optional.empty() : Optional.of(source);
    }

    public boolean holds(Atom atom) {
        return switch (atom) {
            case Atom.Name name -> deep.names(name.value());
            case Atom.Technique technique -> deep.names(technique.id().toLowerCase(java.util.Locale.ROOT));
            case Atom.Term term -> tellsOf(term.name());
            case Atom.Quote quote -> deep.quotes(quote.words());
            case Atom.Moment moment -> isTime(moment);
            case Atom.Number number -> isCount(number);
            case Atom.Rate rate -> isRate(rate);
            case Atom.Span span -> isSpan(span);
            case Atom.Judged judged -> judgement.holds(judged, said());
            case Atom.Order ignored -> true;
            case Atom.Act act -> tellsOf(act.name());
            case Atom.Rank ignored -> true;
            case Atom.Apart ignored -> true;
        };
    }

    /// Whether a word stands in what people are shown of it.
    public boolean mentions(String word) {
        return text.mentions(word);
    }

    boolean isTime(Atom.Moment moment) {
        When when = moment.when();
        List<Instant> meant = times.isEmpty()
                ? times
                : switch (moment.edge()) {
                    case ANY -> times;
                    case FIRST -> List.of(times.getFirst());
                    case LAST -> List.of(times.getLast());
                };
        if (meant.stream().anyMatch(when::is)) {
            return true;
        }
        if (moment.roughly() && when.hasClock()) {
            return meant.stream().anyMatch(time -> near(when, time));
        }
        boolean asWhole = broad && moment.edge() != Atom.Edge.ANY;
        return !asWhole
                && said().stream().anyMatch(other -> other instanceof Atom.Moment told && when.isIn(told.when()));
    }

    private static boolean near(When when, Instant time) {
        long most = when.hasMinute() ? ROUGHLY.toMinutes() : ROUGHLY_THE_HOUR.toMinutes();
        for (long minute = -most; minute <= most; minute++) {
            if (when.is(time.plus(Duration.ofMinutes(minute)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(Atom.Number number) {
        Set<Long> own = counts.getOrDefault(number.per(), Set.of());
        if (own.stream().anyMatch(number::is)) {
            return true;
        }
        if (number.per() == Unit.STEP_NUMBER) {
            return false;
        }
        if (own.isEmpty() || number.per() == Unit.OTHER) {
            return tells(number);
        }
        if (broad || counts.containsKey(Unit.STEP_NUMBER)) {
            return false;
        }
        // What is counted in the record is not looked for in its words, but for the very same words.
        return said().stream()
                .anyMatch(other ->
                        other instanceof Atom.Number told && told.per() == number.per() && number.is(told.value()));
    }

    private boolean tells(Atom.Number number) {
        return saidDeep().stream().anyMatch(other -> switch (other) {
            case Atom.Number told -> number.is(told.value()) && alike(number, told);
            case Atom.Span ignored -> false;
            case Atom.Rate told -> number.exact() && number.value() == told.value();
            default -> false;
        });
    }

    private boolean alike(Atom.Number number, Atom.Number told) {
        if (made) {
            return true;
        }
        if (number.per() != Unit.OTHER) {
            return number.per() == told.per();
        }
        return (number.exact() && number.value() >= SAYS_ENOUGH)
                || !Collections.disjoint(number.context(), told.context())
                || (han(number.context()) != han(told.context())
                        && !told.context().isEmpty());
    }

    private static boolean han(Set<String> words) {
        return words.stream().anyMatch(word -> Character.isIdeographic(word.charAt(0)));
    }

    private boolean isRate(Atom.Rate rate) {
        boolean own = rates.entrySet().stream()
                .filter(entry -> rate.of().isEmpty() || entry.getKey().equals(rate.of()))
                .anyMatch(entry -> rate.is(entry.getValue()));
        boolean counted = rates.containsKey(rate.of());
        return own
                || (!counted
                        && said().stream()
                                .anyMatch(other -> other instanceof Atom.Rate told
                                        && rate.is(told.value())
                                        && Math.abs(told.value() - rate.value()) <= (rate.bounded() ? 1 : 1e-6)));
    }

    private boolean isSpan(Atom.Span span) {
        return length().filter(length -> lasts(span, length)).isPresent()
                || said().stream().anyMatch(other -> other instanceof Atom.Span told && tells(span, told));
    }

    /// A limit is told as it is.
    private static boolean tells(Atom.Span span, Atom.Span told) {
        if (told.bound() == Bound.AT_MOST || told.bound() == Bound.UNDER) {
            return Math.abs(told.seconds() - span.seconds()) < 1;
        }
        return switch (span.bound()) {
            case EXACT -> Math.abs(told.seconds() - span.seconds()) < 1;
            case ROUGHLY -> Math.abs(told.seconds() - span.seconds()) <= span.seconds() * ROUGH_SPAN;
            case OVER, AT_LEAST -> told.seconds() >= span.seconds() && told.seconds() <= FAR * span.seconds();
            case UNDER, AT_MOST -> told.seconds() <= span.seconds() && FAR * told.seconds() >= span.seconds();
        };
    }

    /// Whether a length of time is that, rounded or cut to the unit it is told in.
    public static boolean lasts(Atom.Span span, Duration length) {
        double seconds = Math.abs(length.toMillis()) / 1e3;
        double off = seconds - span.seconds();
        double unit = (double) span.unit();
        boolean whole = span.seconds() / unit == Math.rint(span.seconds() / unit);
        double least = whole ? unit / 2 : unit / 20;
        return switch (span.bound()) {
            case ROUGHLY -> Math.abs(off) <= Math.max(span.seconds() * ROUGH_SPAN, least);
            case OVER, AT_LEAST -> off >= 0 && seconds <= FAR * span.seconds();
            case UNDER, AT_MOST -> off <= 0;
            case EXACT ->
                off >= -least
                        && off < (whole ? unit : least)
                        && !(off > unit / 2 && span.seconds() < 3 * unit && unit > 60);
        };
    }

    private List<Atom> said() {
        List<Atom> known = said;
        if (known == null) {
            known = Atoms.ofEvidence(shown);
            said = known;
        }
        return known;
    }

    private List<Atom> saidDeep() {
        List<Atom> known = saidDeep;
        if (known == null) {
            String all = deep.text();
            known = Atoms.ofEvidence(all.substring(0, Math.min(all.length(), NUMBERS_READ)));
            saidDeep = known;
        }
        return known;
    }

    /// Whether it tells of a kind of attack or an act.
    private boolean tellsOf(String kind) {
        return kinds.computeIfAbsent(kind, name -> Kinds.borneOut(name, deep.text()));
    }
}
