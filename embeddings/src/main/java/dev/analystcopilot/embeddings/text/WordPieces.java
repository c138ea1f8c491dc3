package dev.analystcopilot.embeddings.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.analystcopilot.embeddings.onnx.CacheDirectory;
import dev.analystcopilot.embeddings.onnx.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Cuts texts into the numbered pieces that a model knows. Safe for use by several threads.
final class WordPieces implements AutoCloseable {
    /// The window of BERT and its kin.
    static final int MAX_TOKENS = 512;
    /// A text is read no further: 512 tokens end long before, and one hostile text shall not cost a gigabyte's work.
    static final int MAX_CHARS = 16_384;

    private final HuggingFaceTokenizer tokenizer;

    private WordPieces(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// @param resource a `tokenizer.json` at the root of the class path
    static WordPieces load(String resource) {
        ClassLoader ours = Objects.requireNonNull(WordPieces.class.getClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its native part through the thread's class loader, which in a pool may know no jar.
        thread.setContextClassLoader(ours);
        try (InputStream json = ours.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IOException("no resource " + resource + " on the class path");
            }
            stayOffline();
            return new WordPieces(HuggingFaceTokenizer.newInstance(
                    json,
                    Map.of(
                            "truncation",
                            "true",
                            "maxLength",
                            Integer.toString(MAX_TOKENS),
                            "modelMaxLength",
                            Integer.toString(MAX_TOKENS),
                            "padding",
                            "false")));
        } catch (IOException e) {
            throw new ModelException.Unreadable("cannot load the tokenizer " + resource, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// Left alone, the library reports to its makers, asks the cloud's metadata address, fetches CUDA builds where it
    /// finds a card, and unpacks its native part into the user's home. Whoever set these properties before is
    /// obeyed.
    private static void stayOffline() throws IOException {
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("OPT_OUT_TRACKING", "true");
        setUnlessSet("ENGINE_CACHE_DIR", CacheDirectory.get().toString());
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /// The pieces' ids of each text, with the model's marks around them, at most [#MAX_TOKENS].
    List<long[]> encode(List<String> texts) {
        String[] wellFormed = texts.stream().map(WordPieces::wellFormed).toArray(String[]::new);
        return java.util.Arrays.stream(tokenizer.batchEncode(wellFormed))
                .map(Encoding::getIds)
                .toList();
    }

    /// How many pieces a text has, without the model's marks.
    int count(String text) {
        return text.isBlank()
                ? 0
                : tokenizer.encode(wellFormed(text), false, false).getIds().length;
    }

    /// Cut to [#MAX_CHARS], and with half surrogate pairs replaced: there is no UTF-8 for them.
    static String wellFormed(String text) {
        String head = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        return head.codePoints().anyMatch(WordPieces::isHalfPair)
                ? head.codePoints()
                        .map(c -> isHalfPair(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : head;
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
