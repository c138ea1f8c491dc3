package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.Comparator;
import java.util.List;

/// Meaning alone: the cosine with every passage, in memory.
public final class ExactPeer implements Peer {
    private record Near(String id, double cosine) {}

    private final List<PeerPassage> passages;

    public ExactPeer(List<PeerPassage> passages) {
        this.passages = List.copyOf(passages);
    }

    @Override
    public String name() {
        return "dense alone, exact";
    }

    @Override
    public List<String> search(String question, Vector vector, int top) {
        return passages.stream()
                .map(passage -> new Near(passage.id(), vector.cosine(passage.vector())))
                .sorted(Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::id))
                .limit(top)
                .map(Near::id)
                .toList();
    }
}
