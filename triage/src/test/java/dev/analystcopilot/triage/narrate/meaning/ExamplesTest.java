package dev.analystcopilot.triage.narrate.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.staff.ShippedVectors;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.question.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesTest {
    private static final int EACH = 15;
    /// A byte for each number moves a vector by less.
    private static final double SAME = 0.995;

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEnoughOfEachKind(Language language) {
        Map<Intent, Long> counts = Examples.of(language).stream()
                .collect(Collectors.groupingBy(Examples.Example::intent, Collectors.counting()));

        assertThat(Arrays.stream(Intent.values()).filter(intent -> counts.getOrDefault(intent, 0L) < EACH))
                .containsExactly(Intent.UNCLEAR);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsNoQuestionTwice(Language language) {
        assertThat(Examples.of(language).stream().map(Examples.Example::text)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "who logged in on srv-17 yesterday, who logged in on this host yesterday",
        "is 10.1.2.3:22 known?, is this address known?",
        "'T1505.003在case-1a2b3c4d里', '这个技术在这个案件里'",
        "open invoice_22.pdf on the 2nd of may, open this file on the 2nd of may",
        "who is a.b@example.com, who is this user"
    })
    void takesNamesOut(String asked, String unnamed) {
        Language language = asked.contains("在") ? Language.ZH : Language.EN;

        assertThat(Unnamed.of(asked, language)).isEqualTo(unnamed);
    }

    /// Where this fails after examples were changed, move the fresh file from `triage/target` to the resources.
    @Test
    @Tag("slow")
    void shipsTheVectorsOfItsExamples() throws IOException {
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            Set<String> stale = stale(english, Language.EN);
            stale.addAll(stale(chinese, Language.ZH));

            assertThat(stale).isEmpty();
        }
    }

    private static Set<String> stale(TextEmbedder embedder, Language language) throws IOException {
        List<String> texts = NearestExamples.texts(language).stream().distinct().toList();
        List<Vector> vectors = embedder.embed(texts);
        Map<String, Vector> fresh = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            fresh.put(texts.get(i), vectors.get(i));
        }
        Map<String, Vector> shipped = Examples.vectors(embedder.model());
        Predicate<String> same =
                text -> shipped.containsKey(text) && shipped.get(text).cosine(fresh.get(text)) > SAME;
        Set<String> stale = fresh.keySet().stream().filter(same.negate()).collect(Collectors.toSet());
        if (!stale.isEmpty()) {
            Path file = Path.of("target", "examples-" + ShippedVectors.file(embedder.model()));
            try (var out = Files.newOutputStream(file)) {
                ShippedVectors.write(fresh, out);
            }
        }
        return stale;
    }
}
