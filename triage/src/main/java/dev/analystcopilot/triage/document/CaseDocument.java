package dev.analystcopilot.triage.document;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.disposition.Question;
import dev.analystcopilot.triage.scenario.ScenarioMatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything known about a case. The JSON form of this record is what the store keeps and the service sends.
///
/// @param score 0–1, how urgently it wants a look
/// @param disposition in its wire name, such as `true_positive`
/// @param confidence in the disposition, 0–1
/// @param attention why a human should look whatever the disposition says; null where nothing was found
/// @param entities the most frequent first, at most [#MAX_ENTITIES]
/// @param steps in order of time
/// @param reasons what speaks for the disposition
/// @param against what speaks against it
/// @param wouldChange what would settle or change it, the most useful first
/// @param questions the same with where to look and how much the answer is worth
/// @param attack the calibrated probability of an attack, 0–1
/// @param runbooks that tell what to do, the best fit first
/// @param gaps what the evidence does not show
/// @param scenarios what it looks like, the best fit first, with questions to ask
public record CaseDocument(
        String id,
        Bilingual title,
        long alertCount,
        double score,
        String disposition,
        double confidence,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Attention attention,
        List<EntityCount> entities,
        List<StepDocument> steps,
        List<LinkDocument> links,
        List<ReasonDocument> reasons,
        List<ReasonDocument> against,
        List<Bilingual> wouldChange,
        Bilingual summary,
        List<String> runbooks,
        List<Bilingual> gaps,
        @Nullable List<Question> questions,
        @Nullable Double attack,
        @Nullable List<ScenarioMatch> scenarios) {

    public static final int MAX_ENTITIES = 100;
    public static final int MAX_SCENARIOS = 6;

    public CaseDocument {
        entities = List.copyOf(entities);
        steps = List.copyOf(steps);
        links = List.copyOf(links);
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
        wouldChange = List.copyOf(wouldChange);
        runbooks = List.copyOf(runbooks);
        gaps = List.copyOf(gaps);
        questions = questions == null ? List.of() : List.copyOf(questions);
        scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
    }

    /// As documents were before they held questions and a probability.
    public CaseDocument(
            String id,
            Bilingual title,
            long alertCount,
            double score,
            String disposition,
            double confidence,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Attention attention,
            List<EntityCount> entities,
            List<StepDocument> steps,
            List<LinkDocument> links,
            List<ReasonDocument> reasons,
            List<ReasonDocument> against,
            List<Bilingual> wouldChange,
            Bilingual summary,
            List<String> runbooks,
            List<Bilingual> gaps) {
        this(
                id,
                title,
                alertCount,
                score,
                disposition,
                confidence,
                firstSeen,
                lastSeen,
                attention,
                entities,
                steps,
                links,
                reasons,
                against,
                wouldChange,
                summary,
                runbooks,
                gaps,
                null,
                null,
                null);
    }

    public record Attention(Bilingual reason) {}

    public record EntityCount(String type, String value, long alerts) {}

    /// @param kind such as `same_account`; null in documents of older versions
    public record LinkDocument(
            int from, int to, Bilingual reason, @Nullable String kind) {
        public LinkDocument(int from, int to, Bilingual reason) {
            this(from, to, reason, null);
        }
    }

    public record ReasonDocument(String code, String en, String zh) {}
}
