package dev.analystcopilot.triage.narrate.question;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells intents from the words of a question: the phrases stand in `intents.properties`. Some kinds of question stand
/// alone, the first that fits; sides of a case may be asked for together.
final class Intents {
    private static final List<String> USED = List.of(" used", " seen in", "用了", "用到", "使用了", "涉及");

    private final Map<Intent, List<String>> phrases = new EnumMap<>(Intent.class);
    private final Typos typos;

    Intents() {
        WordLists.properties("intents.properties")
                .forEach((intent, list) -> phrases.put(Intent.valueOf(intent), WordLists.split(list)));
        typos = new Typos(phrases.values().stream().flatMap(List::stream).toList());
    }

    /// What a question names, as far as it bears on its intents.
    ///
    /// @param things how many different things it names
    /// @param strong whether one of them cannot be a plain word: it has a number, a dot or an @
    /// @param cases how many cases it names
    /// @param onScreen whether the asker looks at a case
    record Naming(
            int things,
            boolean strong,
            int cases,
            boolean window,
            boolean technique,
            boolean onScreen,
            Specifics specifics) {
        boolean specific() {
            return things > 0 || cases > 0 || window || onScreen;
        }

        /// As if it named so many cases.
        Naming with(int named) {
            return new Naming(things, strong, named, window, technique, onScreen, specifics);
        }

        boolean particular() {
            return things > 0 || cases > 0 || onScreen;
        }

        /// What could be compared.
        int subjects() {
            return things + cases + (specifics.pointing() || onScreen ? 1 : 0);
        }
    }

    /// @param assumed whether the words say nothing, so that only what is named tells what is meant
    /// @param unsure whether the words say something, but nothing that was understood
    record Read(Set<Intent> intents, boolean assumed, boolean unsure) {
        Read(Set<Intent> intents, boolean assumed) {
            this(intents, assumed, false);
        }

        static Read sure(Intent intent) {
            return new Read(Set.of(intent), false);
        }

        Read and(Intent other) {
            Set<Intent> both = EnumSet.copyOf(intents);
            both.add(other);
            return new Read(both, assumed, unsure);
        }
    }

    /// @param plain the question as [PlainText] sees it
    Read of(PlainText plain, Naming naming) {
        Set<Intent> found = EnumSet.noneOf(Intent.class);
        PlainText spelled = typos.corrected(plain);
        phrases.forEach((intent, list) -> {
            if (list.stream().anyMatch(spelled::contains)) {
                found.add(intent);
            }
        });
        if (SmallTalk.isGreeting(plain)) {
            return Read.sure(Intent.GREETING);
        }
        if (SmallTalk.asksForHelp(plain) || (found.contains(Intent.ABILITIES) && naming.things() == 0)) {
            return Read.sure(Intent.ABILITIES);
        }
        return alone(found, spelled, naming).map(Read::sure).orElseGet(() -> together(found, spelled, naming));
    }

    /// The kinds that stand alone.
    private static Optional<Intent> alone(Set<Intent> found, PlainText plain, Naming naming) {
        Specifics specifics = naming.specifics();
        if (found.contains(Intent.MAP_TEXT) && !naming.technique()) {
            boolean ofCase = USED.stream().anyMatch(plain.toString()::contains) || naming.onScreen();
            boolean told = specifics.pasted().isPresent() || (!ofCase && SpecificsReader.tellsMuch(plain.toString()));
            if (told || !(ofCase || naming.particular() || naming.window())) {
                return Optional.of(Intent.MAP_TEXT);
            }
        }
        if (found.contains(Intent.COMPARE_CASES) && (naming.subjects() >= 2 || SmallTalk.saysTwo(plain))) {
            return Optional.of(Intent.COMPARE_CASES);
        }
        boolean whole = naming.things() == 0 && naming.cases() == 0;
        boolean summary = naming.window() && SmallTalk.asksForSummary(plain) && !naming.onScreen();
        if (whole && (found.contains(Intent.HANDOVER) || summary)) {
            return Optional.of(Intent.HANDOVER);
        }
        if (!specifics.aboutCases() && SmallTalk.asksForAlerts(plain) && !found.contains(Intent.COUNT)) {
            return Optional.of(Intent.HUNT);
        }
        boolean similar = found.contains(Intent.SIMILAR) || SmallTalk.asksForThePast(plain);
        boolean harmed = found.contains(Intent.WHO_AFFECTED) && SmallTalk.speaksOfHarm(plain);
        if (found.contains(Intent.COUNT) && !harmed && !similar) {
            return Optional.of(Intent.COUNT);
        }
        boolean pointed = specifics.pointing() && naming.cases() == 0 && !naming.onScreen();
        boolean entity = found.contains(Intent.ENTITY) && (naming.things() > 0 || pointed);
        if (similar && !(entity && !specifics.pointing())) {
            return Optional.of(Intent.SIMILAR);
        }
        boolean sides = found.stream().anyMatch(Intent::isAboutCase);
        if (entity && !sides && naming.cases() == 0) {
            return Optional.of(Intent.ENTITY);
        }
        boolean chat = found.contains(Intent.OFF_TOPIC) && !naming.particular() && !sides;
        return chat ? Optional.of(Intent.OFF_TOPIC) : Optional.empty();
    }

    /// Sides of a case, lists, techniques and documents.
    private static Read together(Set<Intent> all, PlainText plain, Naming naming) {
        Set<Intent> found = EnumSet.noneOf(Intent.class);
        all.stream()
                .filter(one -> one.isAboutCase()
                        || one == Intent.LIST_CASES
                        || one == Intent.EXPLAIN_TECHNIQUE
                        || one == Intent.KNOWLEDGE)
                .forEach(found::add);
        if (!naming.specific() && found.contains(Intent.KNOWLEDGE)) {
            found.removeAll(Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED));
        }
        if (naming.technique() && !found.contains(Intent.WHAT_HAPPENED) && !found.contains(Intent.LIST_CASES)) {
            found.add(Intent.EXPLAIN_TECHNIQUE);
            found.remove(Intent.KNOWLEDGE);
        }
        if (all.contains(Intent.MAP_TEXT) && found.isEmpty()) {
            found.add(Intent.WHAT_HAPPENED);
        }
        if (found.equals(Set.of(Intent.KNOWLEDGE)) && naming.strong() && naming.cases() == 0) {
            return new Read(Set.of(Intent.ENTITY), false);
        }
        return found.isEmpty() ? new Read(assumed(all, plain, naming), true) : new Read(found, false);
    }

    private static Set<Intent> assumed(Set<Intent> all, PlainText plain, Naming naming) {
        if (naming.things() > 0 && !naming.window() && !naming.onScreen() && naming.cases() == 0) {
            return Set.of(Intent.ENTITY);
        }
        if (naming.window() && !naming.particular()) {
            return Set.of(Intent.HANDOVER);
        }
        if (naming.specific()) {
            return Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED);
        }
        boolean nothing = all.isEmpty() && SmallTalk.saysNothing(plain);
        return Set.of(nothing ? Intent.UNCLEAR : Intent.KNOWLEDGE);
    }

    /// An unmodifiable copy in the order of the enum.
    static Set<Intent> ordered(Set<Intent> intents) {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("a question has an intent");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(intents));
    }
}
