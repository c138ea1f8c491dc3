package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A web server that is scanned, entered and taken over within 42 minutes; and a quiet case elsewhere.
final class IntranetCase {
    static final Instant NOW = Instant.parse("2022-01-26T12:00:00Z");

    private IntranetCase() {}

    static CaseDocument document() {
        return document("case-780dbc452e71", "intranet_server");
    }

    static CaseDocument document(String id, String host) {
        return new CaseDocument(
                id,
                new Bilingual("Wordlist Scanning → Web Shell on " + host, host + "：字典扫描 → Web Shell"),
                11_249,
                0.99,
                "true_positive",
                0.997,
                at("03:56:47"),
                at("04:38:06"),
                null,
                List.of(
                        new EntityCount("host", host, 11_230),
                        new EntityCount("ip", "172.19.130.4", 10_950),
                        new EntityCount("ip", "203.0.113.80", 10_940),
                        new EntityCount("host", "vpn", 19),
                        new EntityCount("user", "jhall", 7)),
                steps(host),
                List.of(),
                List.of(
                        new ReasonDocument(
                                "several-tactics",
                                "The case reaches 3 tactics in 4 steps, which everyday activity seldom does.",
                                "该案件以 4 个步骤覆盖了 3 种战术，日常活动很少如此。"),
                        new ReasonDocument(
                                "took-effect",
                                "Server Software Component: Web Shell (T1505.003) took effect on " + host + ".",
                                "服务器软件组件：Web Shell（T1505.003）已在 " + host + " 上生效。")),
                List.of(new ReasonDocument(
                        "mild", "No source rates any of the alerts above low.", "没有任何告警源将这些告警评为低级以上。")),
                List.of(new Bilingual(
                        "Was a scan or test of " + host
                                + " authorised for this time? An approved one would make this benign.",
                        "当时是否有针对 " + host + " 的授权扫描或测试？若经批准，则为正常行为。")),
                Bilingual.same(""),
                List.of("web-shell", "privilege-escalation"),
                List.of(new Bilingual(
                        "No alert shows where the credentials for the higher rights came from.",
                        "没有告警说明提升权限所用的凭据来自何处。")));
    }

    private static List<StepDocument> steps(String host) {
        return List.of(
                step(
                        1,
                        "T1595.002",
                        "Active Scanning: Vulnerability Scanning",
                        "主动扫描：漏洞扫描",
                        "attempted",
                        "03:56:47",
                        "03:57:22",
                        6_611,
                        "Scanner signature in a request",
                        host),
                step(
                        2,
                        "T1595.003",
                        "Active Scanning: Wordlist Scanning",
                        "主动扫描：字典扫描",
                        "attempted",
                        "03:57:26",
                        "03:57:39",
                        4_444,
                        "Many requests answered with 404",
                        host),
                step(
                        3,
                        "T1505.003",
                        "Server Software Component: Web Shell",
                        "服务器软件组件：Web Shell",
                        "succeeded",
                        "04:01:12",
                        "04:19:40",
                        187,
                        "Script in the upload folder started a shell",
                        host),
                step(
                        4,
                        "T1068",
                        "Exploitation for Privilege Escalation",
                        "利用漏洞提升权限",
                        "succeeded",
                        "04:37:40",
                        "04:38:06",
                        7,
                        "Session opened for root by jhall",
                        host));
    }

    private static StepDocument step(
            int n,
            String technique,
            String en,
            String zh,
            String outcome,
            String from,
            String to,
            long alerts,
            String title,
            String host) {
        return new StepDocument(
                n,
                "TA0043",
                new Bilingual("Reconnaissance", "侦察"),
                technique,
                new Bilingual(en, zh),
                outcome,
                at(from),
                at(to),
                alerts,
                IntStream.range(0, (int) Math.min(50, alerts))
                        .mapToObj(i -> "a" + n + "-" + i)
                        .toList(),
                List.of("host:" + host),
                Bilingual.same(title));
    }

    static CaseDocument quiet() {
        return new CaseDocument(
                "case-0123456789ab",
                new Bilingual("Unusual alerts on mail", "mail：不常见的告警"),
                12,
                0.31,
                "insufficient_data",
                0.62,
                Instant.parse("2022-01-25T09:00:00Z"),
                Instant.parse("2022-01-25T09:30:00Z"),
                null,
                List.of(new EntityCount("host", "mail", 12)),
                List.of(),
                List.of(),
                List.of(new ReasonDocument(
                        "unusual", "The alerts of this case are unusual here (62 of 100).", "该案件的告警在此环境中不常见（62/100）。")),
                List.of(),
                List.of(new Bilingual("Was there a planned change on mail?", "当时 mail 上是否有计划内变更？")),
                Bilingual.same(""),
                List.of(),
                List.of());
    }

    /// Alerts of all candidates of a case's steps, each a second after the one before.
    static Map<String, AlertFact> alerts(CaseDocument document) {
        Map<String, AlertFact> alerts = new LinkedHashMap<>();
        for (StepDocument step : document.steps()) {
            for (String id : Citations.candidates(step)) {
                alerts.put(
                        id,
                        new AlertFact(
                                id,
                                step.firstSeen().plusSeconds(alerts.size()),
                                step.title().en(),
                                "wazuh",
                                step.entities()));
            }
        }
        return alerts;
    }

    static List<PassageFact> runbook(Language language) {
        return language == Language.EN
                ? List.of(
                        passage(
                                "p-en-1",
                                language,
                                "Web shell",
                                "What it means",
                                "A script on a web server lets an outsider run commands. Treat it as an intrusion in progress."),
                        passage(
                                "p-en-2",
                                language,
                                "Web shell",
                                "What to check",
                                "1. **The file.** Path, owner, size, hash.\n2. **How it came.** The access log before its creation time.\n3. **How it was used.** All requests to that path.\n4. **What ran.** Children of the web process."),
                        passage(
                                "p-en-3",
                                language,
                                "Web shell",
                                "Contain",
                                "1. Take a memory image first.\n2. Cut the host from the internet.\n"))
                : List.of(
                        passage("p-zh-1", language, "WebShell（网页后门）", "含义", "Web 服务器上出现可执行命令的脚本。应按“入侵正在进行”处置。"),
                        passage(
                                "p-zh-2",
                                language,
                                "WebShell（网页后门）",
                                "需要核查什么",
                                "1. **文件本身**：路径、属主、大小、哈希。\n2. **如何落地**：文件创建之前的访问日志。\n3. **如何使用**：对该路径的全部请求。\n4. **执行了什么**：Web 进程的子进程。"),
                        passage("p-zh-3", language, "WebShell（网页后门）", "遏制", "1. 先做内存镜像。\n2. 切断该主机的互联网访问。\n"));
    }

    static PassageFact second(Language language) {
        String title = language == Language.EN ? "Privilege escalation" : "权限提升";
        return new PassageFact(
                "p-2", "privilege-escalation", "runbook", title, "Contain", "1. Lock it.", language, false);
    }

    static PassageFact passage(String id, Language language, String title, String heading, String text) {
        return new PassageFact(id, "web-shell", "runbook", title, heading, text, language, false);
    }

    static Facts.Coverage coverage() {
        return new Facts.Coverage(
                45_544,
                106,
                Optional.of(Instant.parse("2022-01-21T00:00:00Z")),
                Optional.of(Instant.parse("2022-01-25T23:59:00Z")));
    }

    private static Instant at(String clock) {
        return Instant.parse("2022-01-24T" + clock + "Z");
    }
}
