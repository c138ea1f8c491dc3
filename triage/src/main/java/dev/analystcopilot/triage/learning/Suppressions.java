package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.triage.learning.Coverage.Breach;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What people's standing verdicts say of alerts that come later. A verdict covers an alert while it has not ended at
/// the alert's time, and the alert goes in nothing beyond what was judged: no higher severity, no entity of interest
/// that was not there. The verdict given last counts. A function of verdicts and alerts; there is no clock in it.
public final class Suppressions {
    private final Map<String, List<Held>> byPrint = new HashMap<>();
    private final Map<String, List<Held>> byAlert = new HashMap<>();
    private final Map<String, List<Held>> byCase = new HashMap<>();

    private Suppressions() {}

    /// A verdict, ready to be held against alerts.
    private record Held(Judgement judgement, Set<String> known) {
        HumanVerdict verdict() {
            return judgement.verdict();
        }
    }

    /// @param standing verdicts that were not taken back
    public static Suppressions of(Collection<Judgement> standing) {
        var suppressions = new Suppressions();
        standing.stream()
                .filter(judgement -> judgement.verdict().undone().isEmpty())
                .sorted(Comparator.comparing((Judgement j) -> j.verdict().at())
                        .thenComparing(j -> j.verdict().id())
                        .reversed())
                .forEach(suppressions::add);
        return suppressions;
    }

    private void add(Judgement judgement) {
        HumanVerdict verdict = judgement.verdict();
        var held = new Held(judgement, KnownThings.of(judgement.basis().known()));
        if (verdict.subject() == Subject.ALERT) {
            put(byAlert, verdict.subjectId(), held);
        }
        if (verdict.subject() == Subject.CASE) {
            put(byCase, verdict.subjectId(), held);
        }
        if (verdict.reach() == Reach.FINGERPRINT) {
            judgement.basis().prints().forEach(print -> put(byPrint, print.fingerprint(), held));
        }
    }

    private static void put(Map<String, List<Held>> map, String key, Held held) {
        map.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(held);
    }

    /// Every fingerprint that a verdict on all alike names.
    public Set<String> fingerprints() {
        return Set.copyOf(byPrint.keySet());
    }

    /// Every case that was judged as such.
    public Set<String> cases() {
        return Set.copyOf(byCase.keySet());
    }

    /// Every alert that was judged as such.
    public Set<String> alerts() {
        return Set.copyOf(byAlert.keySet());
    }

    /// What the latest verdict that concerns an alert says of it.
    ///
    /// @param caseId of the case that it stands in; empty if in none
    public Coverage cover(Optional<String> caseId, StoredAlert alert) {
        var concerned = new java.util.ArrayList<Held>(byAlert.getOrDefault(alert.id(), List.of()));
        caseId.ifPresent(id -> concerned.addAll(byCase.getOrDefault(id, List.of())));
        concerned.addAll(byPrint.getOrDefault(alert.fingerprint(), List.of()));
        return concerned.stream()
                .distinct()
                .filter(held -> held.verdict()
                        .entityKey()
                        .map(key -> alert.entities().stream()
                                .anyMatch(entity -> entity.key().equals(key)))
                        .orElse(true))
                .sorted(Comparator.comparing((Held held) -> held.verdict().at())
                        .thenComparing(held -> held.verdict().id())
                        .reversed())
                .findFirst()
                .map(held -> covered(held, alert))
                .orElse(Coverage.NONE);
    }

    private static Coverage covered(Held held, StoredAlert alert) {
        HumanVerdict verdict = held.verdict();
        if (!verdict.verdict().setAside()) {
            return new Coverage.Covered(held.judgement());
        }
        boolean itself =
                verdict.subject() == Subject.ALERT && verdict.subjectId().equals(alert.id());
        return breach(held, alert)
                .filter(breach -> !itself)
                .<Coverage>map(breach -> new Coverage.Breached(held.judgement(), breach))
                .orElseGet(() -> new Coverage.Covered(held.judgement()));
    }

    private static Optional<Breach> breach(Held held, StoredAlert alert) {
        HumanVerdict verdict = held.verdict();
        Basis basis = held.judgement().basis();
        if (verdict.expiresAt().filter(end -> !alert.time().isBefore(end)).isPresent()) {
            return Optional.of(new Breach.Ended(
                    alert.id(), alert.title(), verdict.expiresAt().orElseThrow()));
        }
        Optional<Basis.Print> print = basis.prints().stream()
                .filter(judged -> judged.fingerprint().equals(alert.fingerprint()))
                .findFirst();
        if (print.isEmpty()) {
            return Optional.of(new Breach.NewKind(alert.id(), alert.title()));
        }
        if (alert.severity().compareTo(print.get().severity()) > 0) {
            return Optional.of(new Breach.HigherSeverity(
                    alert.id(), alert.title(), print.get().severity(), alert.severity()));
        }
        return alert.entities().stream()
                .filter(entity -> KnownThings.isNew(held.known(), entity))
                .findFirst()
                .map(entity -> new Breach.NewEntity(alert.id(), alert.title(), entity));
    }

    /// What of an entity was seen before. Hosts, accounts, mailboxes, addresses, domains and hashes count as they are;
    /// programs and files by their name without numbers, since paths and arguments change with every run; web
    /// addresses by nothing, since their host stands beside them.
    private static final class KnownThings {
        private KnownThings() {}

        static Set<String> of(Collection<String> keys) {
            return keys.stream()
                    .flatMap(key -> trait(Entity.ofKey(key)).stream())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        static boolean isNew(Set<String> known, Entity entity) {
            return trait(entity).filter(trait -> !known.contains(trait)).isPresent();
        }

        private static Optional<String> trait(Entity entity) {
            return switch (entity) {
                case Entity.Host host -> Optional.of(host.key());
                case Entity.User user -> Optional.of(user.key());
                case Entity.Mailbox mailbox -> Optional.of(mailbox.key());
                case Entity.Ip ip -> Optional.of(ip.key());
                case Entity.Domain domain -> Optional.of(domain.key());
                case Entity.Hash hash -> Optional.of(hash.key());
                case Entity.Process process -> Optional.of("process:" + program(process.value()));
                case Entity.File file -> Optional.of("file:" + name(file.value()));
                case Entity.Url ignored -> Optional.empty();
            };
        }

        private static String program(String commandLine) {
            String line = commandLine.strip();
            if (line.startsWith("\"")) {
                int end = line.indexOf('"', 1);
                return name(end > 0 ? line.substring(1, end) : line);
            }
            return name(line.split("\\s", 2)[0]);
        }

        private static String name(String path) {
            String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            return last.toLowerCase(java.util.Locale.ROOT).replaceAll("[0-9]+", "#");
        }
    }
}
