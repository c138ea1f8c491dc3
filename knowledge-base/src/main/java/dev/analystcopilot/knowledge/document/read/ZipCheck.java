package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Unpacks a zip once without keeping anything, so that one made to fill the memory is known before it is read.
final class ZipCheck {
    private static final long LARGEST = 300L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    /// Text packs to a tenth, drawings to a hundredth at most; only what is made for it packs better.
    private static final long HIGHEST_RATIO = 200;

    private static final long SMALL = 5L * 1024 * 1024;

    private ZipCheck() {}

    static void check(byte[] bytes) {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    boolean ratio = unpacked > SMALL && unpacked / HIGHEST_RATIO > bytes.length;
                    if (unpacked > LARGEST || ratio || entries > MOST_ENTRIES) {
                        throw new UnreadableDocumentException(
                                "it unpacks to far more than a document holds, as files made"
                                        + " to break readers do: save the text anew, without its pictures");
                    }
                }
            }
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    "it is damaged (" + e.getMessage() + "): copy it again, or save it anew in a word processor");
        }
        if (entries == 0) {
            throw new UnreadableDocumentException("it is damaged: copy it again, or save it anew in a word processor");
        }
    }
}
