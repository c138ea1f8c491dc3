package dev.analystcopilot.triage.export;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.LinkDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.List;

/// A case with every kind of entity, some of them hostile.
final class ExportedCase {
    static final String HOSTILE = "\"}],\"type\":\"malware\" <script>alert(1)</script> {{7*7}} \u0000\u202e\n';DROP--";
    static final Instant START = Instant.parse("2022-01-24T03:57:00Z");

    private ExportedCase() {}

    static CaseDocument of(List<EntityCount> entities, List<StepDocument> steps, List<LinkDocument> links) {
        return new CaseDocument(
                "case-1",
                new Bilingual("Web shell " + HOSTILE, "网页木马"),
                12,
                0.9,
                "true_positive",
                0.874,
                START,
                START.plusSeconds(7200),
                null,
                entities,
                steps,
                links,
                List.of(),
                List.of(),
                List.of(),
                new Bilingual("A web shell was used. " + HOSTILE, "有人使用了网页木马。"),
                List.of("web-shell"),
                List.of(new Bilingual("No evidence of the way in.", "没有初始访问的证据。")));
    }

    static CaseDocument full() {
        return of(
                List.of(
                        new EntityCount("host", "web-01", 9),
                        new EntityCount("ip", "198.51.100.3", 9),
                        new EntityCount("ip", "2001:db8::1", 1),
                        new EntityCount("ip", "not an address", 1),
                        new EntityCount("domain", "example.com", 1),
                        new EntityCount("url", "http://example.com/" + HOSTILE, 1),
                        new EntityCount("user", "ann" + HOSTILE, 1),
                        new EntityCount("process", "sh -c '" + HOSTILE + "'", 1),
                        new EntityCount("file", "C:\\Temp\\shell.aspx", 1),
                        new EntityCount("file", "/etc/passwd", 1),
                        new EntityCount("file", "/", 1),
                        new EntityCount("hash", "d41d8cd98f00b204e9800998ecf8427e", 1),
                        new EntityCount("hash", "nothing", 1),
                        new EntityCount("mailbox", "john@example.com", 1),
                        new EntityCount("mailbox", "john", 1)),
                List.of(
                        step(1, "TA0001", "T1190", "attempted", List.of("host:web-01", "ip:198.51.100.3")),
                        step(2, "TA0003", "T1505.003", "succeeded", List.of("host:web-01", "file:/etc/passwd")),
                        step(3, "TA0007", "T9999", "unknown", List.of("host:web-01")),
                        step(4, "TA0003", "T1505.003", "attempted", List.of())),
                List.of(
                        new LinkDocument(1, 2, new Bilingual("the same host " + HOSTILE, "同一主机")),
                        new LinkDocument(2, 3, new Bilingual("the same host", "同一主机")),
                        new LinkDocument(1, 9, new Bilingual("a step that is not there", "不存在的步骤"))));
    }

    private static StepDocument step(int n, String tactic, String technique, String outcome, List<String> entities) {
        return new StepDocument(
                n,
                tactic,
                new Bilingual("Tactic " + n, "战术"),
                technique,
                new Bilingual("Technique " + HOSTILE, "技术"),
                outcome,
                START.plusSeconds(n),
                START.plusSeconds(n + 60),
                3,
                List.of("alert-" + n, "alert-" + n + HOSTILE),
                entities,
                new Bilingual("Alert " + HOSTILE, "告警"));
    }
}
