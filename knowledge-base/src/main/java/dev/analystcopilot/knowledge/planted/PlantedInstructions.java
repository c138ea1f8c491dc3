package dev.analystcopilot.knowledge.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds instructions planted in text that should be data: orders to set rules aside, to call an alert harmless, to
/// play a role, to print a prompt, imitated conversations, and tasks of any kind for whoever reads, in English and
/// Chinese, the commonest ones in other languages too; also spelled apart, disguised or encoded, and spread over the
/// fields of one alert. Deterministic, thread-safe. What it finds is shown to people and changes no verdict: code
/// decides those, and
/// code obeys nothing that it reads.
///
/// Words are looked up by class in one pass that makes nothing; only text whose words could make up one of the patterns
/// is read closely. Text of any length takes time in proportion to it.
public final class PlantedInstructions {
    static final double THRESHOLD = 0.5;

    /// What spans fields must be plainer than what stands in one.
    static final double SURE = 0.85;

    private static final int PIECE = 4_096;
    private static final int OVERLAP = 256;
    private static final int CLOSELY = 64;
    private static final int SHORT = 200;
    private static final int TOGETHER = 4_000;
    private static final int SCRAPS = 4;
    private static final int SCRAP = 60;
    private static final int KEPT = 2_048;
    private static final int KEPT_LENGTH = 1_000;

    private final Lexicon lexicon;
    private final List<Pattern> inAlerts;
    private final List<Pattern> inDocuments;
    private final List<Pattern> inQuotations;
    private final List<Pattern> anyOrder;
    private final Requests requests;
    private final Marks marks;
    private final Set<String> trade;
    private final Classes turned;
    private final Classes backwards;
    private final Map<String, Search> kept = new ConcurrentHashMap<>();

    private PlantedInstructions(Lexicon lexicon) {
        this.lexicon = lexicon;
        List<Pattern> patterns = Pattern.load(lexicon);
        this.inAlerts = ordered(patterns, Place.ALERT);
        this.inDocuments = ordered(patterns, Place.DOCUMENT);
        this.inQuotations = ordered(patterns, Place.QUOTED);
        this.anyOrder = patterns.stream()
                .filter(pattern -> pattern.order() == Pattern.Order.FIELDS)
                .toList();
        this.requests = new Requests(lexicon);
        this.marks = new Marks(lexicon);
        this.trade = Trade.load();
        this.turned = lexicon.classOf("rot13");
        this.backwards = lexicon.classOf("backwards");
    }

    private static List<Pattern> ordered(List<Pattern> patterns, Place place) {
        return patterns.stream()
                .filter(pattern -> pattern.order() != Pattern.Order.FIELDS && pattern.score(place) >= THRESHOLD)
                .toList();
    }

    /// A detector of its own, which remembers nothing that others read.
    public static PlantedInstructions load() {
        return new PlantedInstructions(Lexicon.load());
    }

    /// The one that all share, read when it is first needed.
    public static PlantedInstructions shared() {
        return Shipped.PLANTED;
    }

    private static final class Shipped {
        private static final PlantedInstructions PLANTED = load();
    }

    /// What is planted in one text of an alert, the surest first.
    public List<Planted> in(String text) {
        return in(Place.ALERT, List.of(text));
    }

    /// What is planted in the fields of one thing, which are also read together: an order can be spread over them.
    ///
    /// @return the surest of each kind, the surest first
    public List<Planted> in(Place place, List<String> fields) {
        var search = new Search(place);
        new LinkedHashSet<>(fields).forEach(field -> search.take(alone(place, field)));
        return search.found();
    }

    /// What is spread over several alerts of which none says it alone.
    ///
    /// @param alerts the short texts of each, in the order in which they came
    public Optional<Planted> across(List<List<String>> alerts) {
        var search = new Search(Place.ALERT);
        alerts.forEach(fields -> fields.forEach(field -> search.take(alone(Place.ALERT, field))));
        return search.found.isEmpty() ? search.spread() : Optional.empty();
    }

    /// One field by itself. Fields of alerts repeat from alert to alert: what was read is kept for a while.
    private Search alone(Place place, String field) {
        if (place != Place.ALERT || field.length() > KEPT_LENGTH) {
            return new Search(place).read(field);
        }
        Search known = kept.get(field);
        if (known == null) {
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            known = new Search(place).read(field);
            kept.put(field, known);
        }
        return known;
    }

    /// The values in a record as its source wrote it, without its keys, as fields for [#in(Place, List)].
    public static List<String> values(String raw) {
        var values = new ArrayList<String>();
        RawValues.addTo(values, raw);
        return values;
    }

    private static boolean scrap(String field) {
        return field.length() <= SCRAP && field.chars().noneMatch(Character::isDigit);
    }

    /// One search through the fields of one thing.
    private final class Search {
        private final Place place;
        private final List<Pattern> ordered;
        private final Set<String> seen = new HashSet<>();
        private final Map<Kind, Planted> found = new EnumMap<>(Kind.class);
        private final Set<String> shortFields = new LinkedHashSet<>();
        private final List<Reading> asking = new ArrayList<>();
        private Classes inShort = Classes.NONE;
        private int together;
        private int closely;

        Search(Place place) {
            this.place = place;
            this.ordered = switch (place) {
                case ALERT -> inAlerts;
                case DOCUMENT -> inDocuments;
                case QUOTED -> inQuotations;
            };
        }

        Search read(String text) {
            field(text, 0);
            return this;
        }

        /// Adds what another search found in a field of the same thing; that one is not changed.
        void take(Search other) {
            other.found.values().forEach(this::add);
            for (String text : other.shortFields) {
                if (together + text.length() <= TOGETHER && shortFields.add(text)) {
                    together += text.length();
                    inShort = inShort.or(other.inShort);
                }
            }
            for (Reading reading : other.asking) {
                if (closely < CLOSELY) {
                    closely++;
                    asking.add(reading);
                }
            }
        }

        private void field(String text, int depth) {
            if (!seen.add(text)) {
                return;
            }
            for (int from = 0; from < text.length(); from += PIECE - OVERLAP) {
                int end = Math.min(text.length(), from + PIECE);
                piece(from == 0 && end == text.length() ? text : text.substring(from, end), depth);
                if (end == text.length()) {
                    return;
                }
            }
        }

        private void piece(String given, int depth) {
            var scan = new Scan(lexicon, requests);
            scan.over(given);
            String text = given;
            if (scan.may(Scan.STRANGE)) {
                text = Letters.undisguised(given);
                if (!text.equals(given)) {
                    scan = new Scan(lexicon, requests);
                    scan.over(text);
                }
            }
            if (text.length() <= SHORT
                    && !scan.classes().isEmpty()
                    && together + text.length() <= TOGETHER
                    && shortFields.add(text)) {
                together += text.length();
                inShort = inShort.or(scan.classes());
            }
            if (scan.mayHide() && depth < 3) {
                Hidden.in(text, scan.flags()).forEach(hidden -> field(hidden, depth + 1));
            }
            Classes there = scan.classes();
            if (depth == 0 && turned.meets(there)) {
                field(Hidden.rot13(text), 1);
            }
            if (depth == 0 && backwards.meets(there)) {
                field(new StringBuilder(text).reverse().toString(), 1);
            }
            marks.in(text, there).ifPresent(this::add);
            if (closely < CLOSELY
                    && (scan.may(Scan.SPELLED | Scan.STRANGE) || requests.possible(scan) || possible(there))) {
                closely++;
                close(text);
            }
        }

        private boolean possible(Classes there) {
            if (there.isEmpty()) {
                return false;
            }
            for (Pattern pattern : ordered) {
                if (pattern.possible(there)) {
                    return true;
                }
            }
            return false;
        }

        private void close(String text) {
            var reading = new Reading();
            new Reader(lexicon).read(text, reading);
            match(reading);
            asking.add(reading);
        }

        private void match(Reading reading) {
            Classes there = reading.all();
            for (Pattern pattern : ordered) {
                if (pattern.possible(there)) {
                    Pattern.Span span = pattern.match(reading);
                    if (span != null) {
                        String excerpt = reading.excerpt(span.first(), span.last());
                        add(new Planted(pattern.kind(), excerpt, pattern.score(place)));
                    }
                }
            }
        }

        private void add(Planted planted) {
            found.merge(planted.kind(), planted, (a, b) -> b.score() > a.score() ? b : a);
        }

        /// What no field says alone: first one after the other, then in any order.
        private void inFieldsTogether() {
            boolean any = anyOrder.stream().anyMatch(pattern -> pattern.possible(inShort));
            if (!any
                    && ordered.stream()
                            .noneMatch(pattern -> pattern.score(place) >= SURE && pattern.possible(inShort))) {
                return;
            }
            var reading = new Reading();
            shortFields.forEach(field -> new Reader(lexicon).read(field, reading));
            if (inOrder(reading) || asOneSentence()) {
                return;
            }
            Classes there = reading.all();
            for (Pattern pattern : anyOrder) {
                if (pattern.possible(there)) {
                    add(new Planted(pattern.kind(), together(pattern), pattern.score(place)));
                    return;
                }
            }
        }

        private boolean inOrder(Reading reading) {
            Classes there = reading.all();
            for (Pattern pattern : ordered) {
                if (pattern.kind() != Kind.TASK && pattern.score(place) >= SURE && pattern.possible(there)) {
                    Pattern.Span span = pattern.match(reading);
                    if (span != null) {
                        add(new Planted(
                                pattern.kind(), reading.excerpt(span.first(), span.last()), pattern.score(place)));
                        return true;
                    }
                }
            }
            return false;
        }

        /// A few scraps may be one sentence, cut anywhere and put in any order.
        private boolean asOneSentence() {
            List<String> scraps =
                    shortFields.stream().filter(PlantedInstructions::scrap).toList();
            return scraps.size() > 1 && scraps.size() <= SCRAPS && anyOrder(List.of(), scraps);
        }

        private boolean anyOrder(List<String> first, List<String> rest) {
            if (rest.isEmpty()) {
                var reading = new Reading();
                new Reader(lexicon).read(String.join(" ", first), reading);
                return inOrder(reading);
            }
            for (String next : rest) {
                var begun = new ArrayList<>(first);
                begun.add(next);
                if (anyOrder(
                        begun,
                        rest.stream().filter(scrap -> !scrap.equals(next)).toList())) {
                    return true;
                }
            }
            return false;
        }

        private String together(Pattern pattern) {
            var words = new ArrayList<String>();
            for (String field : shortFields) {
                var scan = new Scan(lexicon, requests);
                scan.over(field);
                if (pattern.elements().stream()
                        .anyMatch(element -> element.classes().meets(scan.classes()))) {
                    words.add(field);
                }
            }
            return String.join(" | ", words);
        }

        private void requests() {
            var topics = new Topics(trade);
            asking.forEach(topics::add);
            asking.forEach(reading -> requests.in(place, reading, topics).ifPresent(this::add));
        }

        Optional<Planted> spread() {
            if (shortFields.size() > 1) {
                inFieldsTogether();
            }
            return found.values().stream().findFirst();
        }

        List<Planted> found() {
            if (place == Place.ALERT && found.isEmpty()) {
                var _ = spread();
            }
            if (found.isEmpty() && !asking.isEmpty()) {
                requests();
            }
            if (found.isEmpty()) {
                return List.of();
            }
            return found.values().stream()
                    .sorted(Comparator.comparingDouble((Planted planted) -> -planted.score())
                            .thenComparing(Planted::kind))
                    .toList();
        }
    }
}
