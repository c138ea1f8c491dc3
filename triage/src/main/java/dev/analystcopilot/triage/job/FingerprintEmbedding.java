package dev.analystcopilot.triage.job;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.FingerprintStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives every fingerprint of a scope its vector, once: by the Chinese model where its text holds Chinese, else by the
/// English one.
final class FingerprintEmbedding {
    private static final int BATCH = 256;

    private final FingerprintStore store;
    private final Embedders embedders;

    FingerprintEmbedding(FingerprintStore store, Embedders embedders) {
        this.store = store;
        this.embedders = embedders;
    }

    void embedMissing(Scope scope, Progress progress) {
        embedMissing(scope, embedders.english(), false, progress);
        embedMissing(scope, embedders.chinese(), true, progress);
    }

    List<String> models() {
        return List.of(embedders.english().model(), embedders.chinese().model());
    }

    private void embedMissing(Scope scope, TextEmbedder embedder, boolean chinese, Progress progress) {
        Map<String, String> texts = new LinkedHashMap<>(store.textsWithoutVector(scope, embedder.model()));
        texts.values().removeIf(text -> hasHan(text) != chinese);
        List<String> hashes = List.copyOf(texts.keySet());
        for (int from = 0; from < hashes.size(); from += BATCH) {
            List<String> some = hashes.subList(from, Math.min(hashes.size(), from + BATCH));
            store.putVectors(scope, embedder.model(), vectors(embedder, some, texts));
            progress.at(Progress.Stage.EMBED, from + some.size(), hashes.size());
        }
    }

    private static Map<String, Vector> vectors(TextEmbedder embedder, List<String> hashes, Map<String, String> texts) {
        var inOrder = new ArrayList<String>();
        hashes.forEach(hash -> inOrder.add(texts.getOrDefault(hash, "")));
        List<Vector> vectors = embedder.embed(inOrder);
        var byHash = new LinkedHashMap<String, Vector>();
        for (int i = 0; i < hashes.size(); i++) {
            byHash.put(hashes.get(i), vectors.get(i));
        }
        return byHash;
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
