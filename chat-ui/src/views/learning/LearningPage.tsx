import { Switch } from '@mantine/core';
import type { Learning } from '../../api/learning';
import { DISPOSITIONS } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import { useAdvice, useChangeLearning, useLearning } from '../../state/learning';
import { DispositionBadge } from '../common/badges';
import { Failure } from '../common/Failure';
import { AdviceList } from './AdviceList';
import { BudgetWords } from './BudgetWords';
import { Models } from './Models';
import classes from './learning.module.css';

/** What the service learnt from the team's verdicts, what that lets it do, and the switch that stops it. */
export function LearningPage({ lead }: { lead: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useLearning();
  const proposals = useAdvice();
  return (
    <div className={classes.page}>
      <h1>{t.learning.title}</h1>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <p className="muted">{t.loading}</p>}
      {data !== undefined && (
        <>
          <KillSwitch learning={data} lead={lead} />
          <Labels learning={data} />
          <section className={classes.card} aria-labelledby="budget-title">
            <h2 id="budget-title">{t.learning.budget}</h2>
            <BudgetWords name={t.learning.ofCases} budget={data.cases} />
            <BudgetWords name={t.learning.ofAlerts} budget={data.alerts} />
          </section>
          <Models models={data.models} shadow={data.shadow} enabled={data.enabled} />
        </>
      )}
      <section className={classes.card} aria-labelledby="advice-title">
        <h2 id="advice-title">{t.learning.advice}</h2>
        <p className="muted small">{t.learning.adviceHint}</p>
        {proposals.error !== null && <Failure failure={proposals.error} retry={() => void proposals.refetch()} />}
        {proposals.data !== undefined && <AdviceList items={proposals.data} lead={lead} />}
      </section>
    </div>
  );
}

function KillSwitch({ learning, lead }: { learning: Learning; lead: boolean }) {
  const { t, format } = useWords();
  const change = useChangeLearning();
  return (
    <section className={classes.card} aria-labelledby="switch-title">
      <h2 id="switch-title">{t.learning.switches}</h2>
      {!learning.enabled && <p className={classes.off}>{t.learning.off}</p>}
      <Switch
        label={t.learning.enabled}
        description={t.learning.enabledHint}
        checked={learning.enabled}
        disabled={!lead || change.isPending}
        onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
      />
      <Switch
        label={t.learning.autoClose}
        description={t.learning.autoCloseHint}
        checked={learning.autoClose}
        disabled={!lead || change.isPending}
        onChange={(event) => change.mutate({ autoClose: event.currentTarget.checked })}
      />
      {learning.changedBy !== null && learning.changedAt !== null && (
        <p className="muted small">{t.learning.changed(learning.changedBy, format.dateTime(learning.changedAt))}</p>
      )}
      {!lead && <p className="muted small">{t.learning.leadOnly}</p>}
      {change.error !== null && <Failure failure={change.error} />}
    </section>
  );
}

function Labels({ learning }: { learning: Learning }) {
  const { t, format } = useWords();
  return (
    <section className={classes.card} aria-labelledby="labels-title">
      <h2 id="labels-title">{t.learning.labels(format.number(learning.labels.total))}</h2>
      <ul className={classes.counts}>
        {DISPOSITIONS.map((value) => (
          <li key={value} className={classes.line}>
            <DispositionBadge value={value} />
            <span className="numbers">{format.number(learning.labels.byVerdict[value] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
