package dev.analystcopilot.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void anAddressDoesNotEndOne() {
        assertThat(new Sentences().of("The host 10.0.0.1 was scanned. Nothing was found."))
                .containsExactly("The host 10.0.0.1 was scanned.", "Nothing was found.");
    }

    @Test
    void chineseEndsAtItsFullStop() {
        assertThat(new Sentences().of("攻击者上传了文件。随后执行了命令！")).containsExactly("攻击者上传了文件。", "随后执行了命令！");
    }
}
