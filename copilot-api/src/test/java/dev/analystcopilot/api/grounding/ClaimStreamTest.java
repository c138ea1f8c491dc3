package dev.analystcopilot.api.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.grounding.ClaimCheck.Nothing;
import dev.analystcopilot.api.grounding.ClaimCheck.Struck;
import dev.analystcopilot.api.grounding.ClaimCheck.Unproven;
import dev.analystcopilot.api.grounding.ClaimCheck.Verified;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimStreamTest {
    private final Evidence evidence = new Evidence();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The case case-0a1b2c3d4e5f holds 12 alerts [1].",
                "It is a true positive with confidence 0.87 [1].",
                "It is a true positive with 87 % confidence [1].",
                "The case is rated a **true positive** (confidence 87%) [1].",
                "At 03:57 UTC web-01 was scanned from 198.51.100.7 [2].",
                "On 24 January 2022 at 04:07, user alice ran shell.php on web-01 [3].",
                "On Jan 24, a web shell (T1505.003) succeeded on `web-01` [3].",
                "web-01 was scanned at 2022-01-24T03:57Z [2], then a web shell ran at 04:07:10 UTC [3].",
                "The web shell [3] came after the scan [2].",
                "After the scan [2], a web shell ran [3].",
                "The web shell followed 10 minutes later [2][3].",
                "The attempt on db-02 had 5 failed logins on port 22 [4].",
                "Its severity is high [3].",
                "The high-severity alert shows \"cmd=whoami\" [3].",
                "The parent PID was 812 and the user agent nikto/2.1.6 [3].",
                "T1595.003 was attempted and T1505.003 succeeded [1].",
                "The case lasted from 03:57 to 04:07 [1].",
                "The case runs in two steps on two hosts, web-01 and db-02 [1].",
                "Step 2 (T1505.003) succeeded on web-01 at 04:07 [1].",
                "It began at 03:57 and ended at 04:07 [1].",
                "| 2 | The case holds 12 alerts [1]. |",
                "Isolate the host within 30 minutes [5].",
                "web-01 had 12 alerts [6].",
                "web-01 has 12 alerts and db-02 has 7 [6].",
                "Two alerts show it [2][3].",
                "The scan did not succeed [2].",
                "The scan was only attempted [2].",
                "扫描只是尝试 [2]。",
                "It is not a false positive [1].",
                "案件 case-0a1b2c3d4e5f 共有 12 条告警 [1]。",
                "最后一条告警出现在 04:07 [1]。",
                "该案件判定为真阳性，置信度为 87% [1]。",
                "1月24日 03:57，web-01 遭到来自 198.51.100.7 的扫描 [2]。",
                "凌晨3点57分，web-01 被扫描 [2]，随后在 04:07 运行了 Web Shell [3]。",
                "用户 alice 在 web-01 上运行了 shell.php，已成功 [3]。",
                "十分钟后出现了 Web Shell [2][3]。",
                "该告警级别为高危 [3]。",
                "案件包含两个步骤，涉及两台主机 [1]。",
                "03:57 web-01 被扫描，04:07 出现 T1505.003 [1]。",
            })
    void lets(String sentence) {
        assertThat(one(sentence).check()).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The case case-0a1b2c3d4e50 holds 12 alerts [1].",
                "The case holds 13 alerts [1].",
                "It began at 04:07 [1].",
                "The last alert came at 03:57 [1].",
                "The case holds thirteen alerts [1].",
                "The case holds １３ alerts [1].",
                "The case holds 1<b>3</b> alerts [1].",
                "It is a false positive [1].",
                "It is not settled (insufficient data) [1].",
                "该案件无法定论（数据不足）[1]。",
                "The verdict is benign [1].",
                "The case is harmless [1].",
                "It is a true positive with confidence 0.95 [1].",
                "It is a true positive with 95 % confidence [1].",
                "At 03:58 UTC web-01 was scanned [2].",
                "On 25 January web-01 was scanned [2].",
                "db-02 was scanned from 198.51.100.7 [2].",
                "web-01 was scanned from 203.0.113.9 [2].",
                "User mallory ran shell.php [3].",
                "User test ran shell.php [3].",
                "User test was active on web-01.",
                "用户 guest 在 web-01 上运行了 shell.php [3]。",
                "User bob ran shell.php [3].",
                "It was run by Bob [3].",
                "The scan succeeded [2].",
                "The web shell failed [3].",
                "The web shell was only attempted [3].",
                "The upload from db-02 was only attempted [8].",
                "T1048.003 只是尝试 [8]。",
                "Its title says \"Large upload everywhere\".",
                "标题写道“Large upload everywhere”。",
                "The web shell did not succeed [3].",
                "T1505.003 was attempted [1].",
                "T1595.003 succeeded on web-01 [1].",
                "T1190 was used [3].",
                "The web shell [3] came before the scan [2].",
                "The scan [2] happened after the web shell [3].",
                "After the web shell [3], web-01 was scanned [2].",
                "T1505.003 came before T1595.003 [1].",
                "The web shell followed 25 minutes later [2][3].",
                "Its severity is critical [3].",
                "The log says \"cmd=id\" [3].",
                "It ran `rm -rf /` [3].",
                "There were 6 failed logins on port 22 [4].",
                "There were 5 failed logins on port 23 [4].",
                "web-01 was scanned at 03:57 [9].",
                "web-01 was scanned at 03:57 [7].",
                "web-01 was scanned at 03:57 [1][9].",
                "web-01 had 7 alerts [6].",
                "Step 2 was attempted [1].",
                "At 04:07 web-01 was scanned (T1595.003, attempted) [1].",
                "db-02 ran a web shell at 04:07 [1].",
                "Isolate the host within 60 minutes [5].",
                "10.0.0.99 was seen on web-01.",
                "The host evil-99 was encrypted.",
                "The web\u200b-0\u200b9 host was scanned [2].",
                "The host \u0440ay-09 was scanned [2].",
                "The address 198&#46;51.100.8 was seen [2].",
                "The address 198\\.51\\.100\\.8 was seen [2].",
                "The address 198[.]51[.]100[.]8 was seen [2].",
                "| 03:58 | web-01 | scan [2] |",
                "- **03:58**: web-01 was scanned [2]",
                "案件共有 13 条告警 [1]。",
                "案件共有十三条告警 [1]。",
                "该案件判定为误报 [1]。",
                "置信度为 95% [1]。",
                "03:59，web-01 遭到扫描 [2]。",
                "1月25日，web-01 遭到扫描 [2]。",
                "凌晨4点57分，web-01 被扫描 [2]。",
                "用户 mallory 运行了 shell.php [3]。",
                "扫描已成功 [2]。",
                "Web Shell 未成功 [3]。",
                "Web Shell [3] 之后，web-01 被扫描 [2]。",
                "web-01 先运行了 Web Shell [3]，随后被扫描 [2]。",
                "该告警级别为低危 [3]。",
                "案件包含三个步骤 [1]。",
            })
    void strikes(String sentence) {
        assertThat(one(sentence).check()).isInstanceOf(Struck.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-01 was scanned at 03:57.",
                "The attacker now owns the whole network.",
                "It was ransomware on web-01 [3].",
                "攻击者已经控制了整个网络。",
                "The weather was fine [3]."
            })
    void labels(String sentence) {
        assertThat(one(sentence).check()).isInstanceOf(Unproven.class);
        assertThat(one(sentence).markdown()).contains("*(not proven)*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What happened",
                "Here is what is known:",
                "Isolate web-01 first.",
                "You should reset the password.",
                "建议隔离主机。",
                "Do you want more details?",
                "---",
                "What would settle it is not known."
            })
    void leaves(String sentence) {
        assertThat(one(sentence).check()).isInstanceOf(Nothing.class);
    }

    @Test
    void aStruckBulletStaysABulletAndLosesItsMarkup() {
        assertThat(all("- **web-09** [was](http://evil.example) scanned [2]\n- web-01 was scanned [2]").stream()
                        .map(Claim::markdown)
                        .toList())
                .containsExactly("- ~~web-09 was (http[:]//evil.example) scanned [2]~~", "\n- web-01 was scanned [2]");
    }

    @Test
    void aDisguisedFullStopEndsASentence() {
        assertThat(all("web-09 was scanned [2]&#46; The host web-01 was scanned [2].").stream()
                        .map(Claim::check)
                        .map(ClaimCheck::getClass)
                        .toList())
                .isEqualTo(List.of(Struck.class, Verified.class));
    }

    @Test
    void eachEvidenceIsReadOnce() {
        var _ = all("web-01 was scanned [2]. web-01 was scanned again [2]. At 03:57 it was scanned [2].");

        assertThat(evidence.reads).isEqualTo(1);
    }

    @Test
    void theOpinionIsNoText() {
        var stream = new ClaimStream(evidence.book, evidence, "", Language.EN);
        List<Claim> claims = new ArrayList<>(stream.next(
                "web-01 was scanned [2].\n\nOPINION: case=case-0a1b2c3d4e5f verdict=benign because the scan was attempted [2]. It"
                        + " failed on web-77 [2]."));
        claims.addAll(stream.end());

        assertThat(claims.stream().map(Claim::markdown).toList()).containsExactly("web-01 was scanned [2].");
        assertThat(stream.opinion()).hasValueSatisfying(opinion -> {
            assertThat(opinion.verdict()).isEqualTo("benign");
            assertThat(opinion.caseId()).contains("case-0a1b2c3d4e5f");
            assertThat(opinion.because()).containsExactly("the scan was attempted [2].");
        });
    }

    @Test
    void aQuestionsWordsAreNoProof() {
        var stream = new ClaimStream(evidence.book, evidence, "What about 10.9.9.9?", Language.EN);
        List<Claim> claims = new ArrayList<>(stream.next("10.9.9.9 attacked. 10.9.9.9 attacked [2]."));
        claims.addAll(stream.end());

        assertThat(claims.get(0).check()).isInstanceOf(Unproven.class);
        assertThat(claims.get(1).check()).isInstanceOf(Struck.class);
    }

    private Claim one(String sentence) {
        return all(sentence).getFirst();
    }

    private List<Claim> all(String text) {
        var stream = new ClaimStream(evidence.book, evidence, "What happened?", Language.EN);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            claims.addAll(stream.next(text.substring(i, i + 1)));
        }
        claims.addAll(stream.end());
        return claims;
    }
}
