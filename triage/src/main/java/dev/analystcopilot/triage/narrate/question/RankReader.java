package dev.analystcopilot.triage.narrate.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads questions about cases that are meant by how urgent they are: as if the case were named. Thread-safe.
final class RankReader {
    /// Words that ask for more than which case it is, whatever else is not understood.
    private static final Pattern MORE = Pattern.compile("\\b(?:about|details?|more|tell)\\b|关于|详情|细节|详细|具体|讲");

    private final Intents intents;
    private final Likeness likeness;

    RankReader(Intents intents, Likeness likeness) {
        this.intents = intents;
        this.likeness = likeness;
    }

    /// @param places in the order of urgency, from 1; none where the case on the screen is meant
    /// @param leavesScreen whether the case on the screen is not meant
    record Ranked(Set<Intent> intents, List<Integer> places, boolean leavesScreen) {
        Ranked {
            intents = Set.copyOf(intents);
            places = List.copyOf(places);
        }
    }

    /// Empty where the question means no case that way, or wants no more than a list.
    Optional<Ranked> in(String asked, PlainText plain, Intents.Naming naming) {
        String text = plain.toString();
        List<Integer> places = Ranking.compared(text);
        if (!places.isEmpty()) {
            Intents.Read read = intents.of(plain, naming.with(naming.cases() + places.size()));
            if (read.intents().contains(Intent.COMPARE_CASES)) {
                boolean alone = places.size() == 1 && naming.cases() == 0 && naming.things() == 0;
                return Optional.of(new Ranked(Set.of(Intent.COMPARE_CASES), places, !alone));
            }
        }
        if (naming.cases() > 0) {
            return Optional.empty();
        }
        if (naming.things() == 0 && Ranking.asksForTheOddest(text)) {
            return oddest(plain, naming);
        }
        return Ranking.one(text).filter(one -> !one.bare()).flatMap(one -> one(asked, one, naming));
    }

    private Optional<Ranked> oddest(PlainText plain, Intents.Naming naming) {
        Intents.Read ruled = intents.of(plain, naming);
        if (ruled.intents().contains(Intent.COUNT) || ruled.intents().contains(Intent.HUNT)) {
            return Optional.empty();
        }
        Set<Intent> sides = sides(ruled.assumed() ? Set.of() : ruled.intents());
        sides.add(Intent.WHO_AFFECTED);
        boolean other = Ranking.one(plain.toString()).isPresent();
        return Optional.of(new Ranked(sides, naming.onScreen() && !other ? List.of() : List.of(1), other));
    }

    private Optional<Ranked> one(String asked, Ranking.Picked one, Intents.Naming naming) {
        var plain = new PlainText(one.text());
        Intents.Naming named = naming.with(1);
        Intents.Read ruled = intents.of(plain, named);
        boolean outright = !ruled.assumed() && !sides(ruled.intents()).isEmpty();
        Intents.Read read =
                outright ? ruled : Weighing.of(ruled, named, plain, () -> likeness.of(one.text(), Languages.of(asked)));
        Set<Intent> sides = sides(read.intents());
        boolean said = !read.assumed() || MORE.matcher(one.text()).find();
        return sides.isEmpty() || !said ? Optional.empty() : Optional.of(new Ranked(sides, one.places(), true));
    }

    private static Set<Intent> sides(Set<Intent> read) {
        Set<Intent> sides = EnumSet.noneOf(Intent.class);
        read.stream().filter(one -> one.isAboutCase() || one == Intent.SIMILAR).forEach(sides::add);
        return sides;
    }
}
