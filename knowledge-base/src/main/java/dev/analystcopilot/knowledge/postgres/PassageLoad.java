package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.embeddings.text.Vector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes documents, passages, postings and vectors in bulk, within a transaction.
final class PassageLoad {
    private final Handle handle;
    private final String tenant;

    PassageLoad(Handle handle, String tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    private record Row(PassageStore.Document document, PassageStore.NewPassage passage) {}

    private record Posting(Row row, String term, int frequency) {}

    void load(List<PassageStore.Entry> entries) {
        PassageSql.INCOMING.forEach(handle::execute);
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_DOCUMENTS,
                12,
                entries,
                (copy, entry) -> document(copy, entry.document()).text(entry.file()));
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_PASSAGES,
                11,
                rows(entries).toList(),
                (copy, row) -> copy.text(row.passage().id())
                        .text(row.document().id())
                        .int4(row.passage().number())
                        .text(row.passage().kind())
                        .text(row.document().audience().wireName())
                        .text(row.document().language().code())
                        .text(row.passage().heading())
                        .text(row.passage().text())
                        .text(row.passage().context())
                        .int4(row.passage().length())
                        .bool(row.passage().embed()));
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_POSTINGS,
                6,
                postings(entries),
                (copy, posting) -> copy.text(posting.row().document().language().code())
                        .text(posting.term())
                        .text(posting.row().passage().id())
                        .text(posting.row().document().audience().wireName())
                        .int4(posting.frequency())
                        .int4(posting.row().passage().length()));
        PassageSql.ADD_INCOMING.forEach(
                sql -> handle.createUpdate(sql).bind("tenant", tenant).execute());
    }

    private static BinaryCopy document(BinaryCopy copy, PassageStore.Document document) throws IOException {
        return copy.text(document.id())
                .text(document.origin())
                .text(document.ref())
                .text(document.kind())
                .text(document.audience().wireName())
                .text(document.language().code())
                .text(document.title())
                .texts(document.techniques())
                .texts(document.tags())
                .text(document.hash())
                .text(document.content());
    }

    void vectors(String model, Map<String, Vector> vectors) {
        handle.execute(PassageSql.INCOMING_VECTORS);
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_VECTORS,
                3,
                vectors.entrySet(),
                (copy, row) -> copy.text(row.getKey())
                        .halfvec(VectorColumn.D384.valueOrNull(row.getValue()))
                        .halfvec(VectorColumn.D512.valueOrNull(row.getValue())));
        handle.createUpdate(PassageSql.ADD_VECTORS)
                .bind("tenant", tenant)
                .bind("model", model)
                .execute();
    }

    private static Stream<Row> rows(List<PassageStore.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.passages().stream().map(passage -> new Row(entry.document(), passage)));
    }

    private static List<Posting> postings(List<PassageStore.Entry> entries) {
        return rows(entries)
                .flatMap(row -> row.passage().terms().entrySet().stream()
                        .map(term -> new Posting(row, term.getKey(), term.getValue())))
                .toList();
    }
}
