package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.proof.AlertProof;
import dev.analystcopilot.api.grounding.proof.CaseProof;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.grounding.proof.TextProof;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An incident that nothing was tuned on: an attachment is opened, memory read, a service account used, a transfer
/// blocked, files encrypted (case 1, alerts 2 to 6 and 8); failed logons that belong to no case (7), a runbook (9),
/// counts (10), and a case of a harmless scan (11).
final class HarborIncident implements Proofs {
    private static final String MAIN = "case-7c31d9e04b22";

    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    private final EvidenceBook book = new EvidenceBook();
    private final Map<Integer, Proof> proofs = new HashMap<>();

    HarborIncident() {
        add(Kind.CASE, MAIN, "Ransomware on fs-harbor-02", entities(main()), CaseProof.of(main()));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d01",
                "Malicious attachment opened",
                "nadia.brandt opened the mail attachment Rechnung_0611.docm, macro was run",
                "2025-06-11T21:14:05Z",
                Severity.HIGH,
                Outcome.SUCCEEDED,
                "T1566.001",
                Map.of(),
                new Entity.Host("ws-tallow-14"),
                new Entity.User("nadia.brandt"),
                new Entity.File("Rechnung_0611.docm"),
                new Entity.Hash("3f8a9c1e77d0b2456e1fa0938c5d2b7e604f19aa83bc5527d1e09f3c48ab6d72"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d02",
                "LSASS memory access",
                "rundll32.exe (PID 4216) read the memory of lsass.exe",
                "2025-06-11T22:02:40Z",
                Severity.CRITICAL,
                Outcome.SUCCEEDED,
                "T1003.001",
                Map.of("process.image", "C:\\Windows\\System32\\rundll32.exe"),
                new Entity.Host("ws-tallow-14"),
                new Entity.Process("rundll32.exe"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d03",
                "SMB logon with a service account",
                "Account svc_backup logged on to fs-harbor-02 from 10.20.8.44",
                "2025-06-11T23:31:18Z",
                Severity.MEDIUM,
                Outcome.SUCCEEDED,
                "T1021.002",
                Map.of("src.ip", "10.20.8.44", "dst.ip", "10.20.8.12", "dst.port", "445", "protocol", "SMB"),
                new Entity.Host("fs-harbor-02"),
                new Entity.User("svc_backup"),
                new Entity.Ip("10.20.8.44"),
                new Entity.Ip("10.20.8.12"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d04",
                "Large outbound transfer",
                "rclone.exe: transfer of 3.2 GB blocked by the proxy",
                "2025-06-12T01:20:00Z",
                Severity.HIGH,
                Outcome.ATTEMPTED,
                "T1048.003",
                Map.of("src.ip", "10.20.8.12", "dst.ip", "45.83.120.17", "dst.port", "443", "action", "blocked"),
                new Entity.Host("fs-harbor-02"),
                new Entity.Ip("10.20.8.12"),
                new Entity.Ip("45.83.120.17"),
                new Entity.Process("rclone.exe"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d05",
                "Ransomware: mass file encryption",
                "lockit.exe (PID 6612) run by svc_backup encrypted 1,840 files and renamed them to .harbor",
                "2025-06-12T02:31:07Z",
                Severity.CRITICAL,
                Outcome.SUCCEEDED,
                "T1486",
                Map.of("process.image", "C:\\Users\\Public\\lockit.exe", "process.user", "svc_backup"),
                new Entity.Host("fs-harbor-02"),
                new Entity.User("svc_backup"),
                new Entity.Process("lockit.exe"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d06",
                "Many failed logons",
                "240 failed logons for user tobias.lind within 10 minutes",
                "2025-06-11T18:05:00Z",
                Severity.LOW,
                Outcome.ATTEMPTED,
                "T1110.001",
                Map.of("src.ip", "185.220.101.45", "dst.ip", "10.20.1.9"),
                new Entity.Host("vpn-gate-03"),
                new Entity.User("tobias.lind"),
                new Entity.Ip("185.220.101.45"),
                new Entity.Ip("10.20.1.9"));
        alert(
                "9b1f0c66d2a84e71a3c05b7e8f214d07",
                "Scheduled task created",
                "svc_backup registered the task UpdaterX",
                "2025-06-12T00:10:55Z",
                Severity.MEDIUM,
                Outcome.UNKNOWN,
                "T1053.005",
                Map.of(),
                new Entity.Host("dc-quay-01"),
                new Entity.User("svc_backup"));
        add(
                Kind.PASSAGE,
                "runbook",
                "Ransomware runbook",
                "",
                TextProof.passage(
                        "Ransomware runbook",
                        "Disconnect affected hosts within 15 minutes. Do not power them off. Keep disk images for"
                                + " 180 days. Restore from offline backups only after the entry point is closed."));
        add(
                Kind.RESULT,
                "counts",
                "Alerts by user",
                "",
                TextProof.result("Alerts by user", "svc_backup: 15\nnadia.brandt: 12\ntobias.lind: 1"));
        add(Kind.CASE, "case-19ae5527fd80", "Scan of vpn-gate-03", entities(scan()), CaseProof.of(scan()));
    }

    ClaimStream ask(String question, dev.analystcopilot.knowledge.text.Language language) {
        return new ClaimStream(book, this, question, language);
    }

    @Override
    public Proof of(EvidenceItem item) {
        return proofs.getOrDefault(item.n(), Proof.gone());
    }

    private void add(Kind kind, String id, String label, String text, Proof proof) {
        proofs.put(book.add(kind, id, label, text).n(), proof);
    }

    private void alert(
            String id,
            String title,
            String message,
            String time,
            Severity severity,
            Outcome outcome,
            String technique,
            Map<String, String> details,
            Entity... entities) {
        String raw = details.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue().replace("\\", "\\\\") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        var alert = new Alert(
                id,
                "harbor",
                title,
                Instant.parse(time),
                title,
                message,
                severity,
                AlertStatus.NEW,
                outcome,
                List.of(entities),
                List.of(technique),
                raw,
                List.of(),
                details);
        String keys = List.of(entities).stream().map(Entity::key).collect(Collectors.joining(", "));
        add(
                Kind.ALERT,
                id,
                title,
                "entities: " + keys,
                AlertProof.of(alert, Optional.of(Verdict.TRUE_POSITIVE), Optional.of(MAIN), catalog));
    }

    private static String entities(CaseDocument document) {
        return document.entities().stream()
                .map(entity -> entity.type() + ":" + entity.value())
                .collect(Collectors.joining(" "));
    }

    private CaseDocument main() {
        return document(
                MAIN,
                new Bilingual("Ransomware on fs-harbor-02", "fs-harbor-02 上的勒索软件"),
                37,
                0.94,
                "true_positive",
                0.91,
                List.of(
                        new EntityCount("host", "fs-harbor-02", 21),
                        new EntityCount("user", "svc_backup", 15),
                        new EntityCount("user", "nadia.brandt", 12),
                        new EntityCount("host", "ws-tallow-14", 9),
                        new EntityCount("ip", "10.20.8.44", 9),
                        new EntityCount("host", "dc-quay-01", 7),
                        new EntityCount("ip", "45.83.120.17", 6)),
                List.of(
                        step(
                                1,
                                "TA0001 Initial Access",
                                "T1566.001",
                                "succeeded",
                                "Malicious attachment opened",
                                "2025-06-11T21:14:05Z",
                                "2025-06-11T21:14:05Z",
                                2,
                                "host:ws-tallow-14",
                                "user:nadia.brandt"),
                        step(
                                2,
                                "TA0006 Credential Access",
                                "T1003.001",
                                "succeeded",
                                "LSASS memory access",
                                "2025-06-11T22:02:40Z",
                                "2025-06-11T22:05:10Z",
                                4,
                                "host:ws-tallow-14"),
                        step(
                                3,
                                "TA0008 Lateral Movement",
                                "T1021.002",
                                "succeeded",
                                "SMB logon with a service account",
                                "2025-06-11T23:31:18Z",
                                "2025-06-12T00:10:55Z",
                                13,
                                "host:fs-harbor-02",
                                "host:dc-quay-01",
                                "user:svc_backup",
                                "ip:10.20.8.44"),
                        step(
                                4,
                                "TA0010 Exfiltration",
                                "T1048.003",
                                "attempted",
                                "Large outbound transfer",
                                "2025-06-12T01:20:00Z",
                                "2025-06-12T01:42:00Z",
                                6,
                                "host:fs-harbor-02",
                                "ip:45.83.120.17"),
                        step(
                                5,
                                "TA0040 Impact",
                                "T1486",
                                "succeeded",
                                "Ransomware: mass file encryption",
                                "2025-06-12T02:31:07Z",
                                "2025-06-12T02:47:33Z",
                                12,
                                "host:fs-harbor-02",
                                "user:svc_backup")),
                new ReasonDocument("chain", "Five tactics follow each other", "五个战术依次出现"),
                new Bilingual(
                        "A mail attachment was opened, then files on fs-harbor-02 were encrypted.",
                        "先是邮件附件被打开，随后 fs-harbor-02 上的文件被加密。"),
                "2025-06-11T21:14:05Z",
                "2025-06-12T02:47:33Z");
    }

    private CaseDocument scan() {
        return document(
                "case-19ae5527fd80",
                new Bilingual("Vulnerability scan of vpn-gate-03", "对 vpn-gate-03 的漏洞扫描"),
                8,
                0.12,
                "benign",
                0.78,
                List.of(new EntityCount("host", "vpn-gate-03", 8), new EntityCount("ip", "10.20.1.5", 8)),
                List.of(step(
                        1,
                        "TA0043 Reconnaissance",
                        "T1595.002",
                        "attempted",
                        "Vulnerability scan",
                        "2025-06-10T05:00:00Z",
                        "2025-06-10T05:20:00Z",
                        8,
                        "host:vpn-gate-03",
                        "ip:10.20.1.5")),
                new ReasonDocument("approved", "The scan was approved", "该扫描已获批准"),
                new Bilingual("An approved scan of vpn-gate-03.", "对 vpn-gate-03 的已批准扫描。"),
                "2025-06-10T05:00:00Z",
                "2025-06-10T05:20:00Z");
    }

    private static CaseDocument document(
            String id,
            Bilingual title,
            long alerts,
            double score,
            String disposition,
            double confidence,
            List<EntityCount> entities,
            List<StepDocument> steps,
            ReasonDocument reason,
            Bilingual summary,
            String first,
            String last) {
        return new CaseDocument(
                id,
                title,
                alerts,
                score,
                disposition,
                confidence,
                Instant.parse(first),
                Instant.parse(last),
                null,
                entities,
                steps,
                List.of(),
                List.of(reason),
                List.of(),
                List.of(),
                summary,
                List.of(),
                List.of());
    }

    private StepDocument step(
            int n,
            String tactic,
            String technique,
            String outcome,
            String title,
            String from,
            String to,
            long alerts,
            String... entities) {
        int blank = tactic.indexOf(' ');
        return new StepDocument(
                n,
                tactic.substring(0, blank),
                Bilingual.same(tactic.substring(blank + 1)),
                technique,
                catalog.technique(technique).orElseThrow().name(),
                outcome,
                Instant.parse(from),
                Instant.parse(to),
                alerts,
                List.of(),
                List.of(entities),
                Bilingual.same(title));
    }
}
