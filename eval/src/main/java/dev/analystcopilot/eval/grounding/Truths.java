package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// True sentences about offered evidence.
final class Truths {
    private final Offered offered;
    private final boolean zh;
    private final Writing write;

    Truths(Offered offered, boolean chinese, Random random) {
        this.offered = offered;
        this.zh = chinese;
        this.write = new Writing(random, chinese);
    }

    List<Saying> all() {
        List<Saying> sayings = new ArrayList<>();
        offered.cases().forEach((n, document) -> ofCase(n, document, sayings));
        offered.alerts().forEach((n, alert) -> ofAlert(n, alert, sayings));
        ofPairs(sayings);
        return sayings;
    }

    private String pick(String english, String chinese) {
        return zh ? chinese : english;
    }

    private void ofCase(int n, CaseDocument document, List<Saying> sayings) {
        sayings.add(Saying.of(
                pick("The case {id} groups {count} alerts {n}.", "案件 {id} 共包含 {count} 条告警 {n}。"),
                n,
                "id",
                write.plain("id", document.id()),
                "count",
                write.count(document.alertCount())));
        sayings.add(Saying.of(
                pick(
                        "The computed verdict is {verdict} with a confidence of {confidence} {n}.",
                        "系统判定为{verdict}，置信度为 {confidence} {n}。"),
                n,
                "verdict",
                write.verdict(document.disposition()),
                "confidence",
                write.confidence(document.confidence())));
        sayings.add(Saying.of(
                pick("It began at {first} {n}.", "该案件始于 {first} {n}。"), n, "first", write.time(document.firstSeen())));
        sayings.add(Saying.of(
                pick("The last alert came at {last} {n}.", "最后一条告警出现在 {last} {n}。"),
                n,
                "last",
                write.time(document.lastSeen())));
        sayings.add(
                Saying.of(pick("It has {steps} steps {n}.", "该案件共有 {steps} 个步骤 {n}。"), n, "steps", write.count((long)
                        document.steps().size())));
        for (StepDocument step : document.steps()) {
            if (!step.outcome().equals(Outcome.UNKNOWN.wireName())
                    && !step.technique().isBlank()) {
                boolean once = document.steps().stream()
                                .filter(other -> other.technique().equals(step.technique()))
                                .count()
                        == 1;
                if (once) {
                    sayings.add(Saying.of(
                            pick("The use of {technique} {outcome} {n}.", "{technique} {outcome} {n}。"),
                            n,
                            "technique",
                            write.plain("technique", step.technique()),
                            "outcome",
                            write.outcome(step.outcome())));
                    sayings.add(Saying.of(
                            pick("{technique} was first seen at {time} {n}.", "{technique} 首次出现于 {time} {n}。"),
                            n,
                            "technique",
                            write.plain("technique", step.technique()),
                            "time",
                            write.time(step.firstSeen())));
                }
            }
        }
        for (int i = 1; i < document.steps().size(); i++) {
            StepDocument first = document.steps().get(i - 1);
            StepDocument then = document.steps().get(i);
            if (first.firstSeen().isBefore(then.firstSeen()) && alone(document, first) && alone(document, then)) {
                sayings.add(Saying.of(
                        pick("{first} came before {then} {n}.", "先出现 {first}，随后出现 {then} {n}。"),
                        n,
                        "first",
                        write.plain("order", first.technique()),
                        "then",
                        write.plain("order", then.technique())));
            }
        }
    }

    private static boolean alone(CaseDocument document, StepDocument step) {
        return !step.technique().isBlank()
                && document.steps().stream()
                                .filter(other -> other.technique().equals(step.technique()))
                                .count()
                        == 1;
    }

    private void ofAlert(int n, Alert alert, List<Saying> sayings) {
        Optional<String> host = value(alert, "host");
        Optional<String> user = value(alert, "user");
        Optional<String> ip = value(alert, "ip");
        String severity = alert.severity().name().toLowerCase(Locale.ROOT);
        host.ifPresent(name -> {
            sayings.add(Saying.of(
                    pick("At {time}, an alert was raised for host {host} {n}.", "{time}，主机 {host} 上出现告警 {n}。"),
                    n,
                    "time",
                    write.time(alert.time()),
                    "host",
                    write.plain("host", name)));
            sayings.add(Saying.of(
                    pick("On {date} the host `{host}` was concerned {n}.", "{date}，`{host}` 受到影响 {n}。"),
                    n,
                    "date",
                    write.date(alert.time()),
                    "host",
                    write.plain("host", name)));
            user.ifPresent(login -> sayings.add(Saying.of(
                    pick("User {user} was active on {host} {n}.", "用户 {user} 在 {host} 上活动 {n}。"),
                    n,
                    "user",
                    write.plain("user", login),
                    "host",
                    write.plain("host", name))));
            ip.ifPresent(address -> sayings.add(Saying.of(
                    pick("The alert on {host} names the address {ip} {n}.", "{host} 的告警中出现地址 {ip} {n}。"),
                    n,
                    "host",
                    write.plain("host", name),
                    "ip",
                    write.plain("ip", address))));
        });
        sayings.add(Saying.of(
                pick("The alert with the id {id} is of {time} {n}.", "编号为 {id} 的告警发生于 {time} {n}。"),
                n,
                "id",
                write.plain("id", alert.id()),
                "time",
                write.time(alert.time())));
        if (List.of("critical", "high", "medium", "low").contains(severity)) {
            sayings.add(Saying.of(
                    pick("Its severity is {severity} {n}.", "该告警级别为{severity} {n}。"),
                    n,
                    "severity",
                    write.severity(severity)));
        }
        if (!alert.techniques().isEmpty()) {
            sayings.add(Saying.of(
                    pick("The source names {technique} {n}.", "来源标注的技术为 {technique} {n}。"),
                    n,
                    "technique",
                    write.plain("technique", alert.techniques().getFirst())));
        }
        if (alert.outcome() != Outcome.UNKNOWN) {
            sayings.add(Saying.of(
                    pick("What happened at {time} {outcome} {n}.", "{time} 的活动{outcome} {n}。"),
                    n,
                    "time",
                    write.time(alert.time()),
                    "outcome",
                    write.outcome(alert.outcome().wireName())));
        }
        List<String> words = List.of(alert.title()
                .replaceAll("[\"“”`*_\\[\\]<>|~&\\\\]", " ")
                .strip()
                .split("\\s+"));
        if (words.size() > 1) {
            sayings.add(Saying.of(
                    pick("Its title says \"{quote}\" {n}.", "标题写道“{quote}” {n}。"),
                    n,
                    "quote",
                    write.plain("quote", words.get(0) + " " + words.get(1))));
        }
    }

    /// About two alerts of different hosts and times.
    private void ofPairs(List<Saying> sayings) {
        List<Map.Entry<Integer, Alert>> alerts = List.copyOf(offered.alerts().entrySet());
        for (int i = 1; i < alerts.size(); i++) {
            Alert one = alerts.get(i - 1).getValue();
            Alert other = alerts.get(i).getValue();
            boolean inOrder = one.time().isBefore(other.time());
            Alert first = inOrder ? one : other;
            Alert then = inOrder ? other : one;
            int n = alerts.get(inOrder ? i - 1 : i).getKey();
            int m = alerts.get(inOrder ? i : i - 1).getKey();
            Optional<String> host = value(first, "host");
            Optional<String> second = value(then, "host");
            if (host.isPresent()
                    && second.isPresent()
                    && !host.equals(second)
                    && first.time().plusSeconds(120).isBefore(then.time())) {
                sayings.add(Saying.of(
                                pick(
                                        "{first} was hit at {t1} {n}, and {second} at {t2} {m}.",
                                        "{first} 于 {t1} 告警 {n}，{second} 于 {t2} 告警 {m}。"),
                                n,
                                "first",
                                write.plain("pair", host.get()),
                                "t1",
                                write.time(first.time()),
                                "second",
                                write.plain("pair", second.get()),
                                "t2",
                                write.time(then.time()))
                        .and(m));
                sayings.add(Saying.of(
                                pick(
                                        "The alert on {first} {n} came before the one on {second} {m}.",
                                        "{first} 的告警 {n} 之后，{second} 出现告警 {m}。"),
                                n,
                                "first",
                                write.plain("order", host.get()),
                                "second",
                                write.plain("order", second.get()))
                        .and(m));
            }
        }
    }

    static Optional<String> value(Alert alert, String type) {
        return alert.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map(Entity::value)
                .filter(value -> !value.contains(" "))
                .findFirst();
    }
}
