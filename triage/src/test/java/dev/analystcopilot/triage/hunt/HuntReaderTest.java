package dev.analystcopilot.triage.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.hunt.HuntForm;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-11T10:00:00Z");
    private final HuntReader reader = new HuntReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            failed logins on web-01 since yesterday by user | host is web-01; text contains failed login… @03-10.. by user
            alerts with severity at least high from 10.0.0.5 last week grouped by rule | ip is 10.0.0.5; severity at_least high @03-02..03-09 by rule
            which hosts saw mimikatz yesterday | text contains mimikatz @03-10..03-11 by host
            show me all critical alerts | severity is critical
            failed log-ins on git-01 yesterday, and where from? | host is git-01; text contains failed login… @03-10..03-11 by ip
            最近三天登录失败的告警都来自哪里 | text contains failed login… @03-08T10:00:00Z..03-11T10:00:01Z by ip
            high or critical alerts in the last 24 hours | severity in high,critical @03-10T10:00:00Z..03-11T10:00:01Z
            powershell on dc01 between 03:00 and 05:00 yesterday | host is dc01; text contains powershell,pwsh @03-10T03:00:00Z..03-10T05:01:00Z
            what rules fired on host db-02 this week | host is db-02 @03-09..03-16 by rule
            top 10 users with failed logins | text contains failed login… by user #10
            how many alerts per day last month | @02-01..03-01 by day
            alerts about user alice | user is alice
            brute force attempts from 203.0.113.9 | ip is 203.0.113.9; text contains brute force…
            port scans against 10.1.2.0/24 | ip contains 10.1.2.; text contains port scan…
            T1110 alerts on 2026-03-01 | technique is T1110 @03-01..03-02
            alerts of technique T1059.001 by host | technique is T1059.001 by host
            which users logged in from 198.51.100.7 | ip is 198.51.100.7 by user
            who failed to log in on vpn-01 today | host is vpn-01; text contains failed login… @03-11..03-12 by user
            false positives from suricata last week | disposition is false_positive; source is suricata @03-02..03-09
            true positives this month grouped by technique | disposition is true_positive @03-01..04-01 by technique
            anything from wazuh except on web-01 | source is wazuh; host is_not web-01
            rule 5503 on web-01 or web-02 | rule is 5503; host in web-01,web-02
            events that contain "rundll32.exe" | text contains rundll32.exe
            evil.example.com in the last 7 days | entity is evil.example.com @03-04T10:00:00Z..03-11T10:00:01Z
            downloads of invoice.zip | text contains download,下载; text contains invoice.zip
            hash d41d8cd98f00b204e9800998ecf8427e | hash is d41d8cd98f00b204e9800998ecf8427e
            connections to hxxp://bad[.]example/x | url contains http://bad.example/x
            case-0a1b2c3d4e5f by hour | case is case-0a1b2c3d4e5f by hour
            rule contains ssh and severity >= medium | severity at_least medium; rule contains ssh
            user:alice host:web-01 | user is alice; host is web-01
            details.http.status >= 500 on web-01 | host is web-01; details.http.status at_least 500
            alerts that succeeded on mail-01 | outcome is succeeded; host is mail-01
            not benign alerts for user bob | user is bob; disposition is_not benign
            phishing mails to alice@example.com before 2026-03-05 | entity is alice@example.com; text contains phish,钓鱼 @..03-05
            alerts since 2026-03-02 | @03-02..
            web shell alerts with medium or higher severity | severity at_least medium; text contains web shell…
            latest 5 alerts on fileserver | host is fileserver #5
            dns tunnelling by domain in the past 3 days | text contains dns tunnel,dns隧道,dns 隧道 @03-08T10:00:00Z..03-11T10:00:01Z by domain
            which ip addresses did a sql injection last night | text contains sql injection… @03-10T18:00:00Z..03-11T08:00:00Z by ip
            alerts on hosts web-01, web-02 and web-03 | host in web-01,web-02,web-03
            lateral movement with RDP | text contains lateral movement…; text contains rdp,remote desktop,远程桌面
            data exfiltration over 10 march | text contains exfil… @03-10..03-11
            alerts below medium | severity at_most low
            unresolved alerts on web-01 | host is web-01; status is_not resolved
            process contains certutil | process contains certutil
            CVE-2024-3094 | text contains CVE-2024-3094
            count alerts by severity | by severity
            what happened with svc_backup on Monday | entity is svc_backup @03-09..03-10
            ransomware or malware | text contains ransom…
            sudo by alice on web-01 | host is web-01; user is alice; text contains sudo
            C2 beacons from 10.0.0.9 or 10.0.0.10 | ip in 10.0.0.9,10.0.0.10; text contains command and control…
            alerts in case-0a1b2c3d4e5f that are false positives | case is case-0a1b2c3d4e5f; disposition is false_positive
            top hosts with malware this month | text contains malware… @03-01..04-01 by host
            kerberoasting on the domain controller | text contains domain controller,domain_controller,域控; text contains kerberoasting
            """)
    void readsEnglish(String question, String hunt) {
        assertThat(HuntShape.of(reader.read(question, NOW).query())).isEqualTo(hunt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            哪些主机昨天出现过 mimikatz | text contains mimikatz @03-10..03-11 by host
            昨天以来 web-01 上的登录失败，按用户统计 | host is web-01; text contains failed login… @03-10.. by user
            上周来自 10.0.0.5 的高危以上告警，按规则分组 | ip is 10.0.0.5; severity at_least high @03-02..03-09 by rule
            查看所有严重告警 | severity is critical
            最近24小时的高危和严重告警 | severity in high,critical @03-10T10:00:00Z..03-11T10:00:01Z
            昨天3点到5点 dc01 上的 powershell | host is dc01; text contains powershell,pwsh @03-10T03:00:00Z..03-10T05:01:00Z
            本周主机 db-02 触发了哪些规则 | host is db-02 @03-09..03-16 by rule
            登录失败最多的前10个用户 | text contains failed login… by user #10
            上个月每天有多少告警 | @02-01..03-01 by day
            用户 alice 的告警 | user is alice
            用户是svc-backup的那些告警 | user is svc-backup
            来自 203.0.113.9 的暴力破解 | ip is 203.0.113.9; text contains brute force…
            针对 10.1.2.0/24 的端口扫描 | ip contains 10.1.2.; text contains port scan…
            2026年3月1日的 T1110 告警 | technique is T1110 @03-01..03-02
            技术 T1059.001 的告警按主机统计 | technique is T1059.001 by host
            哪些用户从 198.51.100.7 登录 | ip is 198.51.100.7; text contains login… by user
            今天谁在 vpn-01 上登录失败 | host is vpn-01; text contains failed login… @03-11..03-12 by user
            上周 suricata 的误报 | disposition is false_positive; source is suricata @03-02..03-09
            本月真实攻击按技术统计 | disposition is true_positive @03-01..04-01 by technique
            wazuh 的告警，排除主机 web-01 | source is wazuh; host is_not web-01
            web-01 或 web-02 上的规则 5503 | rule is 5503; host in web-01,web-02
            包含“rundll32.exe”的告警 | text contains rundll32.exe
            最近7天的 evil.example.com | entity is evil.example.com @03-04T10:00:00Z..03-11T10:00:01Z
            下载 invoice.zip | text contains download,下载; text contains invoice.zip
            哈希 d41d8cd98f00b204e9800998ecf8427e | hash is d41d8cd98f00b204e9800998ecf8427e
            case-0a1b2c3d4e5f 按小时统计 | case is case-0a1b2c3d4e5f by hour
            规则包含ssh 且级别至少中危 | rule contains ssh; severity at_least medium
            用户为alice_w 主机为web-01 | user is alice_w; host is web-01
            mail-01 上攻击成功的告警 | outcome is succeeded; host is mail-01
            用户 bob 的非良性告警 | user is bob; disposition is_not benign
            2026-03-05之前发给 alice@example.com 的钓鱼邮件 | entity is alice@example.com; text contains phish,钓鱼 @..03-05
            3月2日以来的告警 | @03-02..
            中危及以上的网站后门告警 | severity at_least medium; text contains web shell…
            fileserver 上最新的5条告警 | host is fileserver #5
            过去3天的 DNS隧道，按域名统计 | text contains dns tunnel,dns隧道,dns 隧道 @03-08T10:00:00Z..03-11T10:00:01Z by domain
            昨晚哪些IP进行了SQL注入 | text contains sql injection… @03-10T18:00:00Z..03-11T08:00:00Z by ip
            主机 web-01、web-02 和 web-03 的告警 | host in web-01,web-02,web-03
            横向移动 远程桌面 | text contains lateral movement…; text contains rdp,remote desktop,远程桌面
            3月10日的数据外泄 | text contains exfil… @03-10..03-11
            低于中危的告警 | severity at_most low
            web-01 未处理的告警 | entity is web-01; status is_not resolved
            进程包含 certutil | process contains certutil
            CVE-2024-3094 漏洞利用 | text contains CVE-2024-3094; text contains exploit,漏洞利用
            按严重程度统计告警数量 | by severity
            周一 svc_backup 发生了什么 | entity is svc_backup @03-09..03-10
            勒索软件告警 | text contains ransom,勒索
            有没有提权行为 | text contains privilege escalation…
            每个小时的扫描次数 | text contains scan… by hour
            文件服务器上的挖矿告警 | text contains file server…; text contains crypto mining…
            勒索软件或木马 | text contains ransom…
            来自10.0.0.9的回连 | ip is 10.0.0.9; text contains command and control…
            域控制器上的kerberoasting | text contains domain controller,domain_controller,域控; text contains kerberoasting
            """)
    void readsChinese(String question, String hunt) {
        assertThat(HuntShape.of(reader.read(question, NOW).query())).isEqualTo(hunt);
    }

    @Test
    void saysWhatItUnderstoodInBothLanguages() {
        assertThat(reader.read("critical alerts on web-01 by rule", NOW)
                        .understood()
                        .zh())
                .isEqualTo("满足以下条件的告警：severity 为 critical，且 host 为 web-01，按 rule 统计");
    }

    @Test
    void anEmptyQuestionIsAboutAllAlerts() {
        assertThat(reader.read("", NOW).query()).isEqualTo(HuntQuery.of(List.of()));
    }

    /// Whatever is asked, what comes out is a valid hunt that survives its form.
    @Property(tries = 1_000)
    void anythingIsAHunt(@ForAll @StringLength(max = 300) String text) {
        HuntQuery query = reader.read(text, NOW).query();
        assertThat(HuntForm.of(query).checked()).isEqualTo(query);
    }
}
