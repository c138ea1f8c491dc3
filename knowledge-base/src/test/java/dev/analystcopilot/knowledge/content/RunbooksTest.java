package dev.analystcopilot.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunbooksTest {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "en",
            List.of(
                    "What it means",
                    "What to check",
                    "When it is benign",
                    "Contain",
                    "Eradicate",
                    "Recover",
                    "Who to tell"),
            "zh",
            List.of("含义", "需要核查什么", "通常何时属正常", "遏制", "根除", "恢复", "通知谁"));
    private static final Set<String> TECHNIQUES =
            TechniqueCatalog.load().techniques().stream().map(Technique::id).collect(Collectors.toUnmodifiableSet());

    static Stream<Runbook> runbooks() {
        return Stream.of("en", "zh").flatMap(lang -> Runbook.all(lang).stream());
    }

    @Test
    void atLeastTwentyFiveScenariosAreCovered() {
        assertThat(Runbook.all("en")).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void bothLanguagesCoverTheSameScenarios() {
        assertThat(Runbook.all("zh").stream().map(Runbook::slug))
                .containsExactlyElementsOf(
                        Runbook.all("en").stream().map(Runbook::slug).toList());
    }

    @Test
    void bothLanguagesNameTheSameTechniques() {
        assertThat(Runbook.all("zh").stream().map(runbook -> runbook.list("techniques")))
                .isEqualTo(Runbook.all("en").stream()
                        .map(runbook -> runbook.list("techniques"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void headingsAreTheFixedOnesInOrder(Runbook runbook) {
        assertThat(runbook.headings()).isEqualTo(HEADINGS.get(runbook.lang()));
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void frontMatterSaysWhatTheFileIs(Runbook runbook) {
        assertThat(runbook.frontMatter())
                .containsEntry("id", runbook.slug())
                .containsEntry("kind", "runbook")
                .containsEntry("audience", "analyst")
                .containsEntry("lang", runbook.lang())
                .containsEntry("scenario", runbook.slug())
                .containsOnlyKeys("id", "kind", "audience", "lang", "title", "techniques", "scenario", "tags");
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void titleIsWrittenInItsLanguage(Runbook runbook) {
        boolean chinese = AttackTablesTest.hasHan((String) runbook.frontMatter().get("title"));

        assertThat(chinese).isEqualTo(runbook.lang().equals("zh"));
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void techniquesExist(Runbook runbook) {
        assertThat(runbook.list("techniques")).isNotEmpty().allMatch(TECHNIQUES::contains);
    }

    /// A passage beyond the embedder's window of 512 tokens would lose its tail; these bounds keep a margin.
    @ParameterizedTest
    @MethodSource("runbooks")
    void sectionsFillOnePassage(Runbook runbook) {
        int most = runbook.lang().equals("zh") ? 550 : 1_800;

        assertThat(runbook.sections())
                .allSatisfy(section -> assertThat(section.length()).isBetween(40, most));
    }
}
