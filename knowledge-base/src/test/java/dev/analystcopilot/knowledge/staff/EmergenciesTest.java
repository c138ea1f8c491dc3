package dev.analystcopilot.knowledge.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergenciesTest {
    private final Emergencies emergencies = Emergencies.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clicked-link|I stupidly clicked on a link in a mail",
                "clicked-link|我不小心点了邮件里的链接",
                "typed-password|I gave my password to someone",
                "typed-password|我在钓鱼网站上输入了密码",
                "paid-wrong-invoice|We paid a fake invoice",
                "paid-wrong-invoice|刚刚把钱转给骗子了",
                "gave-code|A man on the phone wants the code from my authenticator",
                "gave-code|客服电话里要我的验证码",
                "opened-attachment|I opened the attachment of that mail",
                "opened-attachment|我打开了邮件附件",
                "lost-laptop|My laptop was stolen last night",
                "lost-laptop|电脑丢在地铁上了",
                "lost-phone|I lost my company phone",
                "lost-phone|工作手机被偷了",
                "ransom-note|All our files are encrypted",
                "ransom-note|电脑上的文件被加密了",
                "data-to-wrong-person|I sent the contract to the wrong recipient",
                "data-to-wrong-person|我把合同误发给别的客户了"
            })
    void areToldByTheirWords(String document, String message) {
        assertThat(emergencies.in(message)).first().isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long must a password be?",
                "May I install software?",
                "What is phishing?",
                "怎样识别钓鱼邮件？",
                "可以用私人手机办公吗？",
                "公司有密码管理器吗？"
            })
    void areNotSeenInQuestionsAboutRules(String question) {
        assertThat(emergencies.in(question)).isEmpty();
    }

    @Test
    void eachLeadsToADocumentWithWaysToAskInBothLanguages() {
        Set<String> documents = Resources.lines("knowledge/asked/emergencies.tsv").stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toSet());

        for (var language : Language.values()) {
            assertThat(AskedTexts.shipped(language).keySet()).containsAll(documents);
        }
    }

    @Test
    void longMessagesAreLookedThroughInLittleTime() {
        String hostile = "i opened opened ".repeat(5_000);
        long start = System.nanoTime();

        assertThat(emergencies.in(hostile)).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }
}
