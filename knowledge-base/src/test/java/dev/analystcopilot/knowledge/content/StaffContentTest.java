package dev.analystcopilot.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaffContentTest {
    private static final Map<String, List<String>> URGENT = Map.of(
            "en", List.of("Do this now", "Why", "Do not", "Who to tell"),
            "zh", List.of("现在就做", "为什么", "不要做", "告诉谁"));
    private static final Map<String, List<String>> RULE = Map.of(
            "en", List.of("Answer", "Why", "Do not", "Who to tell"),
            "zh", List.of("回答", "为什么", "不要做", "告诉谁"));
    private static final Pattern LINK_OUT = Pattern.compile("]\\(\\s*(?:[a-z]+:)?//", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ASCII_AFTER_HAN = Pattern.compile("\\p{IsHan}[,:;?!]");

    private static final List<ContentFile> ENGLISH = ContentFile.all("staff", "en");
    private static final List<ContentFile> CHINESE = ContentFile.all("staff", "zh");
    private static final List<ContentFile> ANSWERS = join(ENGLISH, CHINESE);
    private static final List<ContentFile> POLICIES =
            join(ContentFile.all("policies", "en"), ContentFile.all("policies", "zh"));
    private static final List<ContentFile> GLOSSARY =
            join(ContentFile.all("glossary", "en"), ContentFile.all("glossary", "zh"));

    @Test
    void atLeastThirtySixQuestionsAreAnswered() {
        assertThat(ENGLISH).hasSizeGreaterThanOrEqualTo(36);
    }

    @Test
    void bothLanguagesAnswerTheSameQuestions() {
        assertThat(slugs(CHINESE)).containsExactlyElementsOf(slugs(ENGLISH));
    }

    @Test
    void urgentAnswersBeginWithWhatToDo() {
        assertThat(ANSWERS.stream().filter(StaffContentTest::urgent))
                .hasSizeGreaterThanOrEqualTo(24)
                .allSatisfy(answer -> assertThat(answer.headings()).isEqualTo(URGENT.get(answer.lang())));
    }

    @Test
    void otherAnswersBeginWithTheAnswer() {
        assertThat(ANSWERS.stream().filter(answer -> !urgent(answer)))
                .allSatisfy(answer -> assertThat(answer.headings()).isEqualTo(RULE.get(answer.lang())));
    }

    @Test
    void frontMatterSaysWhatTheAnswerIs() {
        assertThat(ANSWERS)
                .allSatisfy(answer -> assertThat(answer.frontMatter())
                        .containsEntry("id", answer.slug())
                        .containsEntry("kind", "staff")
                        .containsEntry("audience", "staff")
                        .containsEntry("lang", answer.lang())
                        .containsOnlyKeys("id", "kind", "audience", "lang", "title", "questions", "tags"));
    }

    @Test
    void everyAnswerKnowsOtherWordingsOfItsQuestion() {
        assertThat(ANSWERS)
                .allSatisfy(answer -> assertThat(answer.list("questions"))
                        .hasSizeBetween(3, 5)
                        .doesNotHaveDuplicates()
                        .noneMatch(other -> other.equals(answer.frontMatter().get("title"))));
    }

    @Test
    void everyAnswerIsShortEnoughToReadInAHurry() {
        assertThat(ENGLISH).allSatisfy(answer -> assertThat(count(WORD, answer)).isBetween(120L, 300L));
        assertThat(CHINESE).allSatisfy(answer -> assertThat(count(HAN, answer)).isBetween(180L, 400L));
    }

    @Test
    void everyAnswerNamesTheSecurityDesk() {
        assertThat(ENGLISH).allSatisfy(answer -> assertThat(answer.body()).contains("desk"));
        assertThat(CHINESE).allSatisfy(answer -> assertThat(answer.body()).contains("服务台"));
    }

    @Test
    void fivePoliciesExistInBothLanguages() {
        assertThat(slugs(ContentFile.all("policies", "zh")))
                .hasSize(5)
                .containsExactlyElementsOf(slugs(ContentFile.all("policies", "en")));
    }

    @Test
    void policiesAndGlossaryAreForStaff() {
        assertThat(POLICIES)
                .allSatisfy(file -> assertThat(file.frontMatter())
                        .containsEntry("kind", "policy")
                        .containsEntry("audience", "staff")
                        .containsEntry("id", file.slug()));
        assertThat(GLOSSARY)
                .allSatisfy(file -> assertThat(file.frontMatter())
                        .containsEntry("kind", "glossary")
                        .containsEntry("audience", "staff")
                        .containsEntry("id", file.slug()));
    }

    @Test
    void glossaryExplainsTheSameNumberOfTermsInBothLanguages() {
        assertThat(GLOSSARY).extracting(file -> file.headings().size()).allMatch(size -> size >= 40);
        assertThat(GLOSSARY)
                .extracting(file -> file.headings().size())
                .containsOnly(GLOSSARY.getFirst().headings().size());
    }

    @Test
    void nothingLinksToTheOutside() {
        assertThat(Stream.of(ANSWERS, POLICIES, GLOSSARY).flatMap(List::stream))
                .allSatisfy(file -> assertThat(file.body()).doesNotContainPattern(LINK_OUT));
    }

    @Test
    void chineseTextUsesFullWidthPunctuation() {
        assertThat(Stream.of(ANSWERS, POLICIES, GLOSSARY)
                        .flatMap(List::stream)
                        .filter(file -> file.lang().equals("zh")))
                .allSatisfy(file -> assertThat(file.body()).doesNotContainPattern(ASCII_AFTER_HAN));
    }

    @Test
    void everySectionFillsOnePassage() {
        assertThat(Stream.of(ANSWERS, POLICIES, GLOSSARY).flatMap(List::stream)).allSatisfy(file -> {
            int most = file.lang().equals("zh") ? 550 : 1_800;

            assertThat(file.sections())
                    .allSatisfy(section -> assertThat(section.length()).isBetween(15, most));
        });
    }

    private static boolean urgent(ContentFile answer) {
        return answer.list("tags").contains(answer.lang().equals("zh") ? "紧急" : "urgent");
    }

    private static long count(Pattern unit, ContentFile file) {
        return unit.matcher(file.body()).results().count();
    }

    private static List<String> slugs(List<ContentFile> files) {
        return files.stream().map(ContentFile::slug).toList();
    }

    private static List<ContentFile> join(List<ContentFile> first, List<ContentFile> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
