package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.proof.Proof;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The evidence of one answer, each item read again from the store when it is first needed, and again where memory was
/// wanted for something else since. One thread at a time.
final class EvidenceReader {
    private static final Pattern ENTITY = Pattern.compile("\\b(?:host|user|domain|mailbox|file):([^\\s,;]+)");

    private final EvidenceBook book;
    private final Proofs proofs;
    private final Map<Integer, WeakReference<Proof>> read = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int named;

    EvidenceReader(EvidenceBook book, Proofs proofs) {
        this.book = book;
        this.proofs = proofs;
    }

    Optional<EvidenceItem> item(int n) {
        return book.number(n);
    }

    List<EvidenceItem> items() {
        return book.items();
    }

    Proof proof(int n) {
        Optional<EvidenceItem> item = item(n);
        if (item.isEmpty()) {
            return Proof.gone();
        }
        WeakReference<Proof> before = read.get(n);
        Proof known = before == null ? null : before.get();
        if (known != null) {
            return known;
        }
        Proof fresh = proofs.of(item.get());
        read.put(n, new WeakReference<>(fresh));
        return fresh;
    }

    /// Values of entities that any of the evidence names, in small letters, with their short forms.
    Set<String> names() {
        List<EvidenceItem> items = book.items();
        for (; named < items.size(); named++) {
            Matcher entity = ENTITY.matcher(items.get(named).text());
            while (entity.find()) {
                String value = entity.group(1).toLowerCase(Locale.ROOT);
                names.add(value);
                names.add(value.substring(value.lastIndexOf('\\') + 1));
                int at = value.indexOf('@');
                int dot = value.indexOf('.');
                names.add(at > 0 ? value.substring(0, at) : value);
                names.add(dot > 0 ? value.substring(0, dot) : value);
            }
        }
        return names;
    }
}
