package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.embeddings.text.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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

    /// Puts documents in the place of those with the same ids, and takes others away.
    void change(List<PassageStore.Entry> entries, Collection<String> removed) {
        PassageSql.INCOMING.forEach(handle::execute);
        PostingSql.INCOMING.forEach(handle::execute);
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_DOCUMENTS,
                12,
                entries,
                (copy, entry) -> document(copy, entry.document()).text(entry.file()));
        update(PassageSql.COUNT_UP);
        List<String> gone = new ArrayList<>(removed);
        entries.forEach(entry -> gone.add(entry.document().id()));
        remove(gone);
        PostingBlocks blocks = PostingBlocks.of(handle, entries);
        BinaryCopy.copy(
                handle,
                PassageSql.COPY_PASSAGES,
                13,
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
                        .bool(row.passage().embed())
                        .int8(blocks.place(row.passage()).block().id())
                        .int2(blocks.place(row.passage()).slot()));
        blocks.copy(handle);
        PassageSql.ADD_INCOMING.forEach(this::update);
        PostingSql.ADD_INCOMING.forEach(this::update);
        if (!entries.isEmpty()) {
            update(PassageSql.WAITS);
        }
    }

    private void remove(List<String> ids) {
        handle.execute(PostingSql.OUTGOING);
        for (String sql : List.of(PostingSql.FILL_OUTGOING, PassageSql.REMOVE)) {
            handle.createUpdate(sql)
                    .bind("tenant", tenant)
                    .bind("ids", ids.toArray(String[]::new))
                    .execute();
        }
        PostingSql.TAKE_OUT_OUTGOING.forEach(this::update);
    }

    private void update(String sql) {
        handle.createUpdate(sql).bind("tenant", tenant).execute();
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
}
