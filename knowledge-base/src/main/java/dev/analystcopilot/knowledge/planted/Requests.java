package dev.analystcopilot.knowledge.planted;

import java.util.Optional;

/// Sentences that ask the reader for something: a task or a question in ordinary words, where data should be.
final class Requests {
    private static final int LONGEST_REQUEST = 60;

    private static final double IN_DOCUMENT = 0.7;

    private final Classes request;
    private final Classes task;
    private final Classes craft;
    private final Classes question;
    private final Classes function;
    private final Classes second;
    private final Classes lure;
    private final Classes anyTask;
    private final Classes not;
    private final Classes elsewhere;

    Requests(Lexicon lexicon) {
        this.request = lexicon.classOf("request");
        this.task = lexicon.classOf("taskv");
        this.craft = lexicon.classOf("craft");
        this.question = lexicon.classOf("qword");
        this.function = lexicon.classOf("func");
        this.second = lexicon.classOf("you").or(lexicon.classOf("me"));
        this.lure = lexicon.classOf("lure");
        this.anyTask = lexicon.classOf("dov");
        this.not = lexicon.classOf("not");
        this.elsewhere = lexicon.classOf("elsewhere");
    }

    /// Whether a sentence that begins with such a word may be one.
    boolean opens(Classes first) {
        return task.meets(first) || question.meets(first);
    }

    /// Whether it may be one if it is about something else.
    boolean opensElsewhere(Classes first) {
        return anyTask.meets(first);
    }

    /// Whether the word that counts may follow this one.
    boolean introduces(Classes first) {
        return request.meets(first);
    }

    boolean possible(Scan scan) {
        return (scan.may(Scan.OPENS) && function.meets(scan.classes()))
                || (scan.may(Scan.OPENS_ELSEWHERE) && elsewhere.meets(scan.classes()));
    }

    /// @return the most telling request of a field of an alert
    Optional<Planted> in(Place place, Reading reading, Topics topics) {
        Planted best = null;
        boolean list = questions(reading) > 1;
        for (int i = 0; i < reading.size(); i++) {
            if (reading.starts(i)) {
                int end = reading.sentenceEnd(i);
                double score = list && reading.asks(i) ? 0 : score(place, reading, i, end, topics);
                if (score >= threshold(place) && (best == null || score > best.score())) {
                    best = new Planted(Kind.TASK, reading.excerpt(i, end - 1), Math.min(1, score));
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// A list of questions is a checklist for people.
    private static int questions(Reading reading) {
        int questions = 0;
        for (int i = 0; i < reading.size(); i++) {
            questions += reading.asks(i) ? 1 : 0;
        }
        return questions;
    }

    private static double threshold(Place place) {
        return switch (place) {
            case ALERT -> PlantedInstructions.THRESHOLD;
            case DOCUMENT, QUOTED -> IN_DOCUMENT;
        };
    }

    private double score(Place place, Reading reading, int from, int end, Topics topics) {
        int first = from;
        while (first < end - 1 && first - from < 3 && request.meets(reading.classes(first))) {
            first++;
        }
        boolean asked = first > from;
        int words = end - first;
        if (words < 3 || words > LONGEST_REQUEST || not.meets(reading.classes(first))) {
            return 0;
        }
        boolean asks = question.meets(reading.classes(first)) || question.meets(reading.classes(from));
        boolean far = elsewhere.meets(reading.classes(first + 1, end));
        boolean orders = task.meets(reading.classes(first)) || (far && anyTask.meets(reading.classes(first)));
        if (!asks && !orders) {
            return 0;
        }
        int functions = 0;
        int plain = 0;
        int capitals = 0;
        Classes all = Classes.NONE;
        for (int i = first + 1; i < end; i++) {
            all = all.or(reading.classes(i));
            functions += function.meets(reading.classes(i)) ? 1 : 0;
            plain += Topics.plain(reading.word(i)) ? 1 : 0;
            capitals += reading.capital(i) ? 1 : 0;
        }
        if (plain * 10 < (words - 1) * 7) {
            return 0;
        }
        Topics.Share topic = topics.strange(reading, first + 1, end);
        if (place != Place.ALERT && !orders && !reading.asks(from)) {
            return 0;
        }
        if (place != Place.ALERT && !far && (topic.strange() < 2 || topic.ratio() < 0.6)) {
            return 0;
        }
        double score = functions == 0 ? 0 : functions == 1 ? 0.1 : 0.15;
        score += asked ? 0.2 : 0;
        score += orders ? 0.3 : 0;
        score += orders && craft.meets(reading.classes(first)) ? 0.2 : 0;
        score += second.meets(all) ? 0.1 : 0;
        score += lure.meets(all) ? 0.25 : 0;
        score += !asks || orders ? 0 : reading.asks(from) ? 0.35 : 0.2;
        score += far ? 0.4 : 0.35 * topic.ratio();
        score += from == 0 && end == reading.size() ? 0.15 : 0;
        score -= capitals * 2 > words ? 0.25 : 0;
        return score;
    }
}
