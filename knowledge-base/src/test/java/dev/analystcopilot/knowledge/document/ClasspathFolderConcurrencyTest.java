package dev.analystcopilot.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClasspathFolderConcurrencyTest {
    /// A folder that many of the jars on the class path have.
    private static SortedMap<String, String> read() {
        return ClasspathFolder.read("META-INF/maven", "pom.properties");
    }

    @Test
    void readersOfOneJarDoNotCloseItUnderEachOther() {
        SortedMap<String, String> alone = read();

        assertThat(IntStream.range(0, 24).parallel().mapToObj(i -> read()).toList())
                .isNotEmpty()
                .allSatisfy(together -> assertThat(together).isEqualTo(alone).isNotEmpty());
    }
}
