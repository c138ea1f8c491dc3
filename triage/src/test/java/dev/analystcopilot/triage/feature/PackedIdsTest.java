package dev.analystcopilot.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PackedIdsTest {

    @Property(tries = 200)
    void any_ids_come_back_as_they_were(@ForAll List<String> ids) {
        var packed = new PackedIds();
        ids.forEach(packed::add);
        // What is no valid Unicode cannot be an id: alerts are cleaned of it.
        assertThat(packed.unpacked())
                .containsExactlyElementsOf(ids.stream()
                        .map(id -> new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .toList());
    }

    @Example
    void hashes_and_uuids_come_back_as_they_were() {
        var ids = List.of(
                "00112233445566778899aabbccddeeff",
                "21f2f0d2-d7b0-b81a-85d5-49c12ca8a3b4",
                "21F2F0D2-D7B0-B81A-85D5-49C12CA8A3B4",
                "");
        var packed = new PackedIds();
        ids.forEach(packed::add);
        assertThat(packed.unpacked()).isEqualTo(ids);
    }
}
