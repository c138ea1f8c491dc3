package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseMatcherTest {

    private final QuestionReader reader = new QuestionReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                what happened?                              | 780dbc452e71 0123456789ab
                what happened on the intranet server?       | 780dbc452e71
                what did jhall do?                          | 780dbc452e71 0123456789ab
                203.0.113.80                                | 780dbc452e71
                on 25 January 2022                          | 0123456789ab
                邮件服务器上发生了什么                         | 0123456789ab
                why case-0123456789ab                       | 0123456789ab
                between 24 and 25 January 2022              | 780dbc452e71 0123456789ab
                web-99 in 2019-01-01                        | -
                """)
    void ranksWhatFits(String text, String ids) {
        assertThat(best(text))
                .isEqualTo(
                        ids.equals("-")
                                ? List.of()
                                : List.of(ids.split(" ")).stream()
                                        .map(id -> "case-" + id)
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                intranet_server on 25 January 2022          | case-0123456789ab
                what happened on mail on 1 March 2020                        | case-0123456789ab
                """)
    void givesWhatComesNearWhereNothingFits(String text, String first) {
        Question question = reader.read(text, Optional.empty(), IntranetCase.NOW);
        List<CaseDocument> best = CaseMatcher.best(question, List.of(IntranetCase.document(), IntranetCase.quiet()));

        assertThat(best).isNotEmpty().noneMatch(document -> CaseMatcher.fits(question, document));
        assertThat(best).extracting(CaseDocument::id).contains(first);
    }

    private List<String> best(String text) {
        Question question = reader.read(text, Optional.empty(), IntranetCase.NOW);
        List<CaseDocument> forth = CaseMatcher.best(question, List.of(IntranetCase.document(), IntranetCase.quiet()));
        List<CaseDocument> back = CaseMatcher.best(question, List.of(IntranetCase.quiet(), IntranetCase.document()));
        assertThat(back).isEqualTo(forth);
        return forth.stream().map(CaseDocument::id).toList();
    }
}
