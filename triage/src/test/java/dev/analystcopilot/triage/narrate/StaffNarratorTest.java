package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffNarratorTest {
    private static final List<PassageFact> ENGLISH = List.of(
            passage(
                    "p1",
                    "clicked-link",
                    Language.EN,
                    "I clicked a suspicious link. What now?",
                    "Why",
                    "A click alone is often harmless. It may start a download."),
            passage(
                    "p2",
                    "clicked-link",
                    Language.EN,
                    "I clicked a suspicious link. What now?",
                    "Do this now",
                    "1. Close the page.\n2. Tell the security desk at soc@corp.example."),
            passage(
                    "p3",
                    "clicked-link",
                    Language.EN,
                    "I clicked a suspicious link. What now?",
                    "Do not",
                    "- Do not delete the message."),
            passage(
                    "p4",
                    "opened-attachment",
                    Language.EN,
                    "I opened a suspicious attachment",
                    "Do this now",
                    "1. Pull the network cable."),
            passage(
                    "p5",
                    "passwords",
                    Language.EN,
                    "Password policy",
                    "Length",
                    "Passwords have at least 14 characters. Passphrases are welcome."));
    private static final List<PassageFact> CHINESE = List.of(
            passage("z1", "clicked-link", Language.ZH, "我点了可疑链接，现在怎么办？", "现在就做", "1. 关掉页面。\n2. 告诉安全服务台。"),
            passage("z2", "clicked-link", Language.ZH, "我点了可疑链接，现在怎么办？", "不要做", "- 不要删除邮件。"));

    private final StaffNarrator narrator = new StaffNarrator();
    private final QuestionReader reader = new QuestionReader();

    private static PassageFact passage(
            String id, String ref, Language language, String title, String heading, String text) {
        return new PassageFact(
                id, ref, ref.equals("passwords") ? "policy" : "staff", title, heading, text, language, false);
    }

    private String answer(String text, List<PassageFact> passages) {
        Question question = reader.read(text, Optional.empty(), IntranetCase.NOW);
        Answer answer = narrator.answer(question, passages);
        return Told.markdown(answer);
    }

    @Test
    void whatToDoAtOnceComesFirst() {
        assertThat(answer("I clicked on a strange link, what now?", ENGLISH)).isEqualTo("""
                ### I clicked a suspicious link. What now?

                Do this now

                1. Close the page. [1]
                2. Tell the security desk at soc@corp.example. [1]

                Do not

                - Do not delete the message. [2]

                Why

                - A click alone is often harmless. [3]
                - It may start a download. [3]""");
    }

    @Test
    void answersInChinese() {
        assertThat(answer("我点了可疑链接怎么办", CHINESE)).isEqualTo("""
                ### 我点了可疑链接，现在怎么办？

                现在就做

                1. 关掉页面。[1]
                2. 告诉安全服务台。[1]

                不要做

                - 不要删除邮件。[2]""");
    }

    @Test
    void quotesAPolicyThatHasNoSteps() {
        assertThat(answer("How long must a password be?", ENGLISH)).isEqualTo("""
                From “Password policy”, Length:

                - Passwords have at least 14 characters. [1]
                - Passphrases are welcome. [1]""");
    }

    @Test
    void whatTheSearchIsSureOfNeedsNoSharedWords() {
        var sure = new PassageFact(
                "p9", "lost-badge", "staff", "My badge is gone", "Answer", "- Have it blocked.", Language.EN, true);

        assertThat(answer("Somebody took the card for the doors", List.of(sure)))
                .isEqualTo("### My badge is gone\n\n- Have it blocked. [1]");
    }

    @Test
    void saysPlainlyThatNothingFits() {
        assertThat(answer("What is for lunch?", ENGLISH)).startsWith("None of the documents");
        assertThat(answer("食堂今天吃什么？", CHINESE)).startsWith("可供引用的文档中没有");
        assertThat(answer("I clicked a link", List.of())).startsWith("None of the documents");
    }

    @Test
    void namesTheDocumentToReadWhole() {
        Question question = reader.read("I clicked a link", Optional.empty(), IntranetCase.NOW);

        assertThat(narrator.documentToRead(question, ENGLISH))
                .hasValueSatisfying(passage -> assertThat(passage.ref()).isEqualTo("clicked-link"));
    }
}
