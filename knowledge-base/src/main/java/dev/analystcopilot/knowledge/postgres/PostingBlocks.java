package dev.analystcopilot.knowledge.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The words of new passages, packed: passages of one language, kind and audience share blocks, and a word is one row
/// in
/// each block that has it.
final class PostingBlocks {
    /// Slots are small integers. Larger blocks mean fewer rows, and more to write anew when a document changes.
    private static final int BLOCK = 4096;

    private final List<Block> blocks = new ArrayList<>();
    private final IdentityHashMap<PassageStore.NewPassage, Place> places = new IdentityHashMap<>();

    private record Group(String language, String kind, String audience) {}

    /// Where a passage is.
    record Place(Block block, int slot) {}

    private PostingBlocks() {}

    static PostingBlocks of(Handle handle, List<PassageStore.Entry> entries) {
        Map<Group, List<PassageStore.NewPassage>> groups = new LinkedHashMap<>();
        for (PassageStore.Entry entry : entries) {
            PassageStore.Document document = entry.document();
            for (PassageStore.NewPassage passage : entry.passages()) {
                groups.computeIfAbsent(
                                new Group(
                                        document.language().code(),
                                        passage.kind(),
                                        document.audience().wireName()),
                                group -> new ArrayList<>())
                        .add(passage);
            }
        }
        int needed = groups.values().stream()
                .mapToInt(members -> (members.size() + BLOCK - 1) / BLOCK)
                .sum();
        Iterator<Long> numbers = handle.createQuery(PostingSql.NEXT_BLOCKS)
                .bind("count", needed)
                .mapTo(Long.class)
                .list()
                .iterator();
        var packed = new PostingBlocks();
        groups.forEach((group, members) -> packed.add(group, members, numbers));
        return packed;
    }

    private void add(Group group, List<PassageStore.NewPassage> members, Iterator<Long> numbers) {
        for (int from = 0; from < members.size(); from += BLOCK) {
            var block = new Block(numbers.next(), group);
            blocks.add(block);
            for (PassageStore.NewPassage passage : members.subList(from, Math.min(from + BLOCK, members.size()))) {
                places.put(passage, new Place(block, block.add(passage)));
            }
        }
    }

    Place place(PassageStore.NewPassage passage) {
        Place place = places.get(passage);
        if (place == null) {
            throw new IllegalArgumentException("the passage is not among those that were packed");
        }
        return place;
    }

    void copy(Handle handle) {
        BinaryCopy.copy(
                handle,
                PostingSql.COPY_BLOCKS,
                6,
                blocks,
                (copy, block) -> copy.int8(block.id)
                        .text(block.group.language())
                        .text(block.group.kind())
                        .text(block.group.audience())
                        .int4(block.passages)
                        .int8(block.length));
        // In the order of the index: it grows at its end only.
        var rows = new TreeMap<String, List<Postings>>();
        blocks.forEach(block -> block.words.forEach((term, postings) ->
                rows.computeIfAbsent(term, word -> new ArrayList<>(2)).add(postings)));
        BinaryCopy.copy(
                handle,
                PostingSql.COPY_POSTINGS,
                9,
                rows.values().stream().flatMap(Collection::stream).toList(),
                (copy, row) -> copy.text(row.block.group.language())
                        .text(row.term)
                        .int8(row.block.id)
                        .text(row.block.group.kind())
                        .text(row.block.group.audience())
                        .int4(row.count)
                        .int2s(row.slots, row.count)
                        .int2s(row.frequencies, row.count)
                        .int2s(row.lengths, row.count));
    }

    static final class Block {
        private final long id;
        private final Group group;
        private final Map<String, Postings> words = new HashMap<>();
        private int passages;
        private long length;

        private Block(long id, Group group) {
            this.id = id;
            this.group = group;
        }

        long id() {
            return id;
        }

        private int add(PassageStore.NewPassage passage) {
            int slot = passages++;
            int itsLength = passage.length();
            length += itsLength;
            passage.terms()
                    .forEach((term, frequency) -> words.computeIfAbsent(term, word -> new Postings(this, word))
                            .add(slot, frequency, itsLength));
            return slot;
        }
    }

    /// A word of a block.
    private static final class Postings {
        private final Block block;
        private final String term;
        private short[] slots = new short[2];
        private short[] frequencies = new short[2];
        private short[] lengths = new short[2];
        private int count;

        Postings(Block block, String term) {
            this.block = block;
            this.term = term;
        }

        void add(int slot, int frequency, int length) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
                frequencies = Arrays.copyOf(frequencies, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            slots[count] = (short) slot;
            frequencies[count] = (short) Math.min(frequency, Short.MAX_VALUE);
            lengths[count] = (short) Math.min(length, Short.MAX_VALUE);
            count++;
        }
    }
}
