package dev.analystcopilot.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttackTablesTest {
    private final List<String[]> techniques = rows("/knowledge/attack/techniques.tsv");
    private final List<String[]> tactics = rows("/knowledge/attack/tactics.tsv");

    @Test
    void everyTechniqueIsThereOnce() {
        assertThat(techniques.stream().map(row -> row[0]).distinct()).hasSize(691);
    }

    @Test
    void everyTechniqueHasAChineseName() {
        assertThat(techniques).hasSize(691).allMatch(row -> hasHan(row[2]), "a Chinese name");
    }

    @Test
    void everyTechniqueServesAKnownTactic() {
        Set<String> known = tactics.stream().map(row -> row[0]).collect(Collectors.toSet());

        assertThat(techniques).allMatch(row -> known.containsAll(List.of(row[3].split(","))), "tactics that exist");
    }

    @Test
    void everySubTechniqueNamesItsParent() {
        Set<String> known = techniques.stream().map(row -> row[0]).collect(Collectors.toSet());

        assertThat(techniques)
                .allMatch(
                        row -> row[0].contains(".")
                                ? row[0].startsWith(row[4] + ".") && known.contains(row[4])
                                : row[4].isEmpty(),
                        "a parent exactly where the id has one");
    }

    @Test
    void tacticsAreTheFourteenOfTheMatrix() {
        assertThat(tactics).hasSize(14).allMatch(row -> hasHan(row[3]), "a Chinese name");
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(AttackTablesTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", 5))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + resource, e);
        }
    }
}
