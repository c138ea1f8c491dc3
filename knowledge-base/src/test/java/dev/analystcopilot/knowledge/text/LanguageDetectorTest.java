package dev.analystcopilot.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | What happened on web-01 last night?
                    ZH | 我点了可疑链接怎么办
                    ZH | web-01 昨晚发生了什么，成功了吗？
                    ZH | 主机 10.0.0.5 上的 /var/www/html/shell.php 是不是 WebShell？
                    EN | What does 挂马 mean in the alert title on host web-01?
                    EN | 10.0.0.1
                    """)
    void tellsTheLanguage(Language expected, String text) {
        assertThat(new LanguageDetector().detect(text)).isEqualTo(expected);
    }
}
