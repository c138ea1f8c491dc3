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

    private static final List<ContentFile> ENGLISH = ContentFile.all("runbooks", "en");
    private static final List<ContentFile> CHINESE = ContentFile.all("runbooks", "zh");
    private static final List<ContentFile> ALL =
            Stream.concat(ENGLISH.stream(), CHINESE.stream()).toList();

    @Test
    void atLeastTwentyFiveScenariosAreCovered() {
        assertThat(ENGLISH).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void bothLanguagesCoverTheSameScenarios() {
        assertThat(CHINESE.stream().map(ContentFile::slug))
                .containsExactlyElementsOf(
                        ENGLISH.stream().map(ContentFile::slug).toList());
    }

    @Test
    void bothLanguagesNameTheSameTechniques() {
        assertThat(CHINESE.stream().map(runbook -> runbook.list("techniques")))
                .isEqualTo(ENGLISH.stream()
                        .map(runbook -> runbook.list("techniques"))
                        .toList());
    }

    @Test
    void headingsAreTheFixedOnesInOrder() {
        assertThat(ALL).allSatisfy(runbook -> {
            assertThat(runbook.headings()).isEqualTo(HEADINGS.get(runbook.lang()));
        });
    }

    @Test
    void frontMatterSaysWhatTheFileIs() {
        assertThat(ALL).allSatisfy(runbook -> {
            assertThat(runbook.frontMatter())
                    .containsEntry("id", runbook.slug())
                    .containsEntry("kind", "runbook")
                    .containsEntry("audience", "analyst")
                    .containsEntry("lang", runbook.lang())
                    .containsEntry("scenario", runbook.slug())
                    .containsOnlyKeys("id", "kind", "audience", "lang", "title", "techniques", "scenario", "tags");
        });
    }

    @Test
    void titleIsWrittenInItsLanguage() {
        assertThat(ALL).allSatisfy(runbook -> {
            boolean chinese =
                    AttackTablesTest.hasHan((String) runbook.frontMatter().get("title"));

            assertThat(chinese).isEqualTo(runbook.lang().equals("zh"));
        });
    }

    @Test
    void techniquesExist() {
        assertThat(ALL).allSatisfy(runbook -> {
            assertThat(runbook.list("techniques")).isNotEmpty().allMatch(TECHNIQUES::contains);
        });
    }

    /// A passage beyond the embedder's window of 512 tokens would lose its tail; these bounds keep a margin.
    @Test
    void sectionsFillOnePassage() {
        assertThat(ALL).allSatisfy(runbook -> {
            int most = runbook.lang().equals("zh") ? 550 : 1_800;

            assertThat(runbook.sections())
                    .allSatisfy(section -> assertThat(section.length()).isBetween(40, most));
        });
    }
}
