package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.phrase.Phrases;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a case fills into the blanks of a scenario's questions.
final class Blanks {
    static final Pattern WRITTEN = Pattern.compile("\\{(\\w+)}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Map<Entity, Integer> named = new HashMap<>();
    private final List<Moment> moments;
    private final Set<String> weaknesses;
    private final Phrases phrases;

    /// @param moments what the scenario rests on, never empty
    Blanks(List<Moment> moments, Set<String> weaknesses, Phrases phrases) {
        this.moments = moments;
        this.weaknesses = weaknesses;
        this.phrases = phrases;
        for (Moment moment : moments) {
            moment.entities().forEach((entity, n) -> named.merge(entity, n, Integer::sum));
            // What it happened on comes before other machines that are merely named.
            moment.hosts().forEach(host -> named.merge(host, moment.alerts(), Integer::sum));
        }
    }

    Instant first() {
        return moments.stream()
                .map(Moment::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Instant last() {
        return moments.stream().map(Moment::last).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// The one that most of its alerts name. Of addresses one from outside, if there is any: the machine's own says
    /// nothing new.
    Optional<Entity> entity(Blank blank) {
        return named.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(blank.written()))
                .min(Comparator.comparing((Map.Entry<Entity, Integer> entry) -> isInside(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getKey);
    }

    Bilingual fill(Bilingual template) {
        return new Bilingual(fill(template.en(), Bilingual::en), fill(template.zh(), Bilingual::zh));
    }

    private String fill(String template, Side side) {
        return WRITTEN.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(Blank.of(found.group(1))
                        .map(blank -> value(blank, side))
                        .orElse(found.group())));
    }

    private String value(Blank blank, Side side) {
        return switch (blank) {
            case FIRST -> TIME.format(first());
            case LAST -> TIME.format(last());
            case WEAKNESSES -> weaknesses.isEmpty() ? unknown(blank, side) : String.join(", ", weaknesses);
            case HOST, USER, IP, MAILBOX, DOMAIN, FILE ->
                entity(blank).map(Entity::value).orElseGet(() -> unknown(blank, side));
        };
    }

    private String unknown(Blank blank, Side side) {
        return side.of(phrases.of("scenario.unknown." + blank.written()));
    }

    private static boolean isInside(Entity entity) {
        if (!(entity instanceof Entity.Ip ip)) {
            return false;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(ip.value());
            return address.isSiteLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress();
        } catch (IllegalArgumentException e) {
            // A network, or no address at all: no better and no worse than an inside one.
            return true;
        }
    }

    /// Which language's side of a text.
    private interface Side {
        String of(Bilingual text);
    }
}
