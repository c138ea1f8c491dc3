package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.api.grounding.Claim;
import dev.analystcopilot.api.grounding.ClaimCheck;
import dev.analystcopilot.api.grounding.ClaimStream;
import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.Proofs;
import dev.analystcopilot.api.grounding.proof.AlertProof;
import dev.analystcopilot.api.grounding.proof.CaseProof;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// The check alone, on the store, without a service around it.
final class Direct {
    private static final int ALERTS = 16;

    private final Database database;
    private final Scope scope;
    private final TechniqueCatalog catalog = TechniqueCatalog.load();

    Direct(Database database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /// @param millis from the last piece of each sentence to its release
    record Answer(Script script, Shown shown, List<String> reasons, List<Double> millis) {}

    Answer answer(CaseRow row, boolean chinese, Random random) {
        Language language = chinese ? Language.ZH : Language.EN;
        CaseDocument document = CaseDocuments.ofJson(row.document());
        var book = new EvidenceBook();
        var _ = book.add(Kind.CASE, row.id(), row.title(), EvidenceText.of(document, language));
        Map<Integer, Alert> alerts = new TreeMap<>();
        List<String> ids = document.steps().stream()
                .flatMap(step -> step.alertIds().stream().limit(3))
                .distinct()
                .limit(ALERTS)
                .toList();
        database.alerts()
                .find(scope, ids)
                .forEach(alert -> alerts.put(
                        book.add(Kind.ALERT, alert.id(), EvidenceText.label(alert), EvidenceText.of(alert))
                                .n(),
                        alert));
        Script script = Script.write(
                new Offered(alerts, new LinkedHashMap<>(Map.of(1, document)), alerts.size() + 1), chinese, random);
        var stream = new ClaimStream(book, proofs(), "", language);
        List<Claim> claims = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Act act : script.acts(random, Duration.ZERO)) {
            if (act instanceof Act.Say say) {
                long begin = System.nanoTime();
                List<Claim> released = stream.next(say.text());
                released.forEach(claim -> millis.add((System.nanoTime() - begin) / 1e6));
                claims.addAll(released);
            }
        }
        claims.addAll(stream.end());
        var words = new StringBuilder();
        claims.forEach(claim -> words.append(claim.markdown()));
        List<String> reasons = claims.stream()
                .filter(claim -> claim.check() instanceof ClaimCheck.Struck)
                .map(claim -> claim.said() + " <- " + ((ClaimCheck.Struck) claim.check()).reasons())
                .toList();
        return new Answer(script, Shown.of(words.toString(), reasons.size()), reasons, millis);
    }

    private Proofs proofs() {
        return item -> switch (item.kind()) {
            case ALERT -> alert(item.id());
            case CASE ->
                database.cases()
                        .find(scope, item.id())
                        .map(found -> CaseProof.of(CaseDocuments.ofJson(found.document())))
                        .orElseGet(Proof::gone);
            case PASSAGE, RESULT -> Proof.gone();
        };
    }

    private Proof alert(String id) {
        Optional<AlertHit.Triage> triage =
                database.alerts().hits(scope, List.of(id)).stream().findFirst().flatMap(AlertHit::triage);
        return database.alerts()
                .find(scope, id)
                .map(alert -> AlertProof.of(
                        alert, triage.map(AlertHit.Triage::verdict), triage.flatMap(AlertHit.Triage::caseId), catalog))
                .orElseGet(Proof::gone);
    }
}
