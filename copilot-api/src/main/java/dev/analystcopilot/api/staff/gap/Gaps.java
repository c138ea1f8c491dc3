package dev.analystcopilot.api.staff.gap;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.desk.Gap;
import dev.analystcopilot.knowledge.postgres.desk.Gap.Status;
import dev.analystcopilot.knowledge.postgres.desk.GapStore;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keeps what nobody could answer, and publishes what a lead answers. May block.
@Component
public class Gaps {
    private static final int LISTED = 500;
    private static final int COMPARED = 500;
    /// The same question in other words; below, questions about the same thing that ask something else begin.
    private static final double SAME = 0.93;

    private final GapStore store;
    private final KnowledgeImporter importer;
    private final KnowledgeSearch search;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Gaps(Database database, KnowledgeSearch search, Clock clock) {
        this.store = new GapStore(database);
        this.importer = new KnowledgeImporter(database);
        this.search = search;
        this.clock = clock;
    }

    /// Counts a question that no document answered. Who asked is not kept.
    public void note(String tenant, String question, Language language) {
        Scope scope = Scope.analyst(tenant);
        String asked = PersonalData.hidden(question);
        String shown = asked.length() <= Gap.LONGEST_QUESTION ? asked : asked.substring(0, Gap.LONGEST_QUESTION);
        String key = String.join(" ", new TreeSet<>(tokens.of(shown)));
        if (key.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var vector = search.meaning(shown, language);
        Optional<GapStore.Meaning> same = store.meanings(scope, language, COMPARED).stream()
                .max(Comparator.comparingDouble(
                        (GapStore.Meaning known) -> known.vector().cosine(vector)))
                .filter(known -> known.vector().cosine(vector) >= SAME);
        if (same.flatMap(known -> store.again(scope, known.id(), now)).isEmpty()) {
            var _ = store.note(scope, UUID.randomUUID().toString(), language, key, shown, Optional.of(vector), now);
        }
    }

    List<Gap> list(Caller caller, boolean every) {
        return store.list(Scope.analyst(caller.tenant()), every, LISTED);
    }

    /// Publishes an answer as a staff document of the tenant; it is found by its words at once, by its meaning as soon
    /// as it is embedded.
    Gap answer(Caller caller, String id, String title, String text, Language language) {
        Scope scope = Scope.analyst(caller.tenant());
        Gap gap = store.find(scope, id).orElseThrow(() -> new ApiFailure.NotFound("this question"));
        String name = "gap-" + id;
        Import done = importer.importTexts(
                scope,
                ImportRequest.of("staff").meantFor(Audience.STAFF),
                name,
                Map.of(name + ".md", PublishedAnswer.markdown(name, title, gap.question(), text, language)));
        if (done.changed() + done.unchanged() == 0) {
            throw new ApiFailure.BadRequest("the answer cannot be read as a document: "
                    + done.problems().stream()
                            .map(Import.Problem::reason)
                            .findFirst()
                            .orElse("it is empty"));
        }
        decide(caller, id, Status.ANSWERED, Optional.of(done.origin()));
        return store.find(scope, id).orElseThrow(() -> new ApiFailure.NotFound("this question"));
    }

    void dismiss(Caller caller, String id) {
        decide(caller, id, Status.DISMISSED, Optional.empty());
    }

    private void decide(Caller caller, String id, Status status, Optional<String> origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.decide(Scope.analyst(caller.tenant()), id, status, origin, caller.login(), now)) {
            throw new ApiFailure.NotFound("this question");
        }
    }
}
