package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore.Changed;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore.Setting;
import dev.analystcopilot.triage.learning.MissBudget;
import dev.analystcopilot.triage.learning.MissBudget.Allowance;
import dev.analystcopilot.triage.learning.MissBudget.MayClose;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a tenant's verdicts allow, and the switch that stops it all. Blocks.
public final class Learning {
    private static final int EVENTS_TOLD = 20;

    /// As model stores name what judges cases.
    static final String KIND = "disposition";

    private final Database database;
    private final PastStore past;
    private final SettingStore settings;
    private final Shadows shadows;
    private final Clock clock;

    public Learning(Database database, Clock clock) {
        this.database = database;
        this.past = new PastStore(database);
        this.settings = new SettingStore(database);
        this.shadows = new Shadows(database, past);
        this.clock = clock;
    }

    LearningView view(Caller caller) {
        Scope scope = Scope.analyst(caller.tenant());
        Setting setting = settings.read(scope);
        List<PastStore.Label> labels = past.labels(scope);
        return new LearningView(
                setting.enabled(),
                setting.autoClose(),
                setting.changed().map(Changed::by).orElse(null),
                setting.changed().map(Changed::at).orElse(null),
                counts(scope),
                LearningView.Budget.of(MissBudget.DEFAULT, allowance(labels, Subject.CASE)),
                LearningView.Budget.of(MissBudget.DEFAULT, allowance(labels, Subject.ALERT)),
                database.models().list(scope, KIND).stream()
                        .map(LearningView.ModelView::of)
                        .toList(),
                shadows.compare(scope).orElse(null),
                settings.events(scope, EVENTS_TOLD).stream()
                        .map(event -> new LearningView.EventView(event.at(), event.by(), event.what(), event.detail()))
                        .toList());
    }

    private LearningView.Labels counts(Scope scope) {
        Map<String, Long> byVerdict = new LinkedHashMap<>();
        Arrays.stream(Verdict.values()).forEach(verdict -> byVerdict.put(verdict.wireName(), 0L));
        past.counts(scope).forEach(count -> byVerdict.merge(count.verdict().wireName(), count.verdicts(), Long::sum));
        return new LearningView.Labels(
                byVerdict.values().stream().mapToLong(Long::longValue).sum(), byVerdict);
    }

    private static Allowance allowance(List<PastStore.Label> labels, Subject subject) {
        return MissBudget.DEFAULT.allowance(labels.stream()
                .filter(label -> label.subject() == subject && label.computed().setAside())
                .map(label -> new MissBudget.Label(label.confidence(), label.verdict() == Verdict.TRUE_POSITIVE))
                .toList());
    }

    /// @param enabled stays as it is if null
    /// @param autoClose stays as it is if null
    void change(Caller caller, @Nullable Boolean enabled, @Nullable Boolean autoClose) {
        Scope scope = Scope.analyst(caller.tenant());
        Setting before = settings.read(scope);
        settings.put(
                scope,
                enabled == null ? before.enabled() : enabled,
                autoClose == null ? before.autoClose() : autoClose,
                new Changed(caller.login(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /// Which cases may be closed without a look: none unless the tenant opted in, learning is on, and this team's own
    /// verdicts prove it. A suggestion; nothing is closed here.
    public Predicate<CaseRow> mayClose(Scope scope) {
        Setting setting = settings.read(scope);
        if (!setting.enabled() || !setting.autoClose()) {
            return row -> false;
        }
        Optional<Double> threshold = allowance(past.labels(scope), Subject.CASE) instanceof MayClose open
                ? Optional.of(open.threshold())
                : Optional.empty();
        return row -> threshold
                .filter(from -> row.disposition().setAside() && row.confidence() >= from && row.attention() == null)
                .isPresent();
    }
}
