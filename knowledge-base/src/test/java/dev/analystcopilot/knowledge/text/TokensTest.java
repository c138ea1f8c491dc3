package dev.analystcopilot.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens tokens = new Tokens();

    @Test
    void englishIsStemmedAndStopWordsGo() {
        assertThat(tokens.of("The attackers were uploading shells")).containsExactly("attack", "upload", "shell");
    }

    @Test
    void aCveIsOneWord() {
        assertThat(tokens.of("affected by CVE-2021-44228")).contains("cve-2021-44228");
    }

    @Test
    void aNameWithDotsCountsAsItsPartsToo() {
        assertThat(tokens.of("powershell.exe")).containsAll(tokens.of("PowerShell"));
        assertThat(tokens.of("powershell.exe")).contains("powershel", "ex");
    }

    @Test
    void chineseIsCutIntoPairs() {
        assertThat(tokens.of("提权攻击")).contains("提权", "权攻", "攻击");
    }

    @Test
    void particlesAndQuestionWordsGo() {
        assertThat(tokens.of("我点了可疑链接怎么办")).containsExactly("可疑", "疑链", "链接");
    }

    @Test
    void aChineseQuestionKeepsItsIdentifiers() {
        assertThat(tokens.of("T1505.003 是什么")).contains("t1505.003");
    }
}
