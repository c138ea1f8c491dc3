package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.Shared;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.answer.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Evidence that could be offered, before it is decided how much of it is. What is cited always is; of the rest as
/// much as fits.
public final class EvidenceShelf {
    private record Offer(Kind kind, String id, String label, String text) {}

    private final EvidenceBook book;
    private final Language language;
    private final Shared<String> texts;
    private final Map<String, Supplier<Offer>> offers = new LinkedHashMap<>();

    /// @param texts of evidence that is in use already
    public EvidenceShelf(EvidenceBook book, Language language, Shared<String> texts) {
        this.book = book;
        this.language = language;
        this.texts = texts;
    }

    public void offer(CaseDocument found) {
        offers.put(
                Narrated.key(Kind.CASE, found.id()),
                () -> new Offer(
                        Kind.CASE,
                        found.id(),
                        EvidenceText.in(language, found.title()),
                        EvidenceText.of(found, language)));
    }

    public void offer(PassageFact passage) {
        offers.put(
                Narrated.key(Kind.PASSAGE, passage.id()),
                () -> new Offer(Kind.PASSAGE, passage.id(), PassageFacts.label(passage), passage.text()));
    }

    public void offer(Alert alert) {
        offers.put(
                Narrated.key(Kind.ALERT, alert.id()),
                () -> new Offer(Kind.ALERT, alert.id(), EvidenceText.label(alert), EvidenceText.of(alert)));
    }

    /// What code found out for this answer.
    public void offer(Ref.Result result) {
        offers.put(
                Narrated.key(Kind.RESULT, result.id()),
                () -> new Offer(Kind.RESULT, result.id(), result.label(), result.text()));
    }

    /// Ids of cases that are cited and not on the shelf.
    public List<String> missingCases(List<String> cited) {
        String prefix = Narrated.key(Kind.CASE, "");
        return cited.stream()
                .filter(key -> key.startsWith(prefix) && !offers.containsKey(key))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /// What is cited gets the first numbers, in its order; then the rest in the order of offering.
    ///
    /// @param most so many that are not cited
    /// @param characters so much text in all, unless what is cited is longer
    public void fill(List<String> cited, int most, int characters) {
        int used = 0;
        for (String key : cited) {
            Supplier<Offer> offer = offers.remove(key);
            used += offer == null ? 0 : add(offer.get());
        }
        int others = 0;
        for (Supplier<Offer> supplier : offers.values()) {
            Offer offer = supplier.get();
            if (others < most && used + offer.text().length() <= characters) {
                used += add(offer);
                others++;
            }
        }
    }

    private int add(Offer offer) {
        return book.add(
                        offer.kind(),
                        texts.get(offer.id(), offer::id),
                        texts.get(offer.label(), offer::label),
                        texts.get(offer.text(), offer::text))
                .text()
                .length();
    }
}
