import { Progress } from '@mantine/core';
import type { Overview } from '../../api/overview';
import { DISPOSITIONS } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import classes from './cases.module.css';

/** The totals in one line, and what the service is busy with. */
export function OverviewStrip({ view }: { view: Overview }) {
  const { t, format } = useWords();
  return (
    <section aria-label={t.overview.label} className={classes.strip}>
      <dl className={classes.totals}>
        <Total label={t.overview.alerts} value={format.number(view.alerts)} />
        <Total label={t.overview.setAside} value={format.number(view.setAside)} />
        <Total label={t.overview.cases} value={format.number(view.cases)} />
        <Total label={t.overview.shown} value={format.number(view.shownCases)} strong />
        {DISPOSITIONS.map((one) => (
          <Total key={one} label={t.dispositions[one]} value={format.number(view.byDisposition[one] ?? 0)} disposition={one} />
        ))}
        {view.firstSeen !== null && (
          <Total label={t.overview.span} value={format.span(view.firstSeen, view.lastSeen)} small />
        )}
      </dl>
      {view.triage.state === 'running' && (
        <Working label={t.overview.triage} note={view.triage.stage} part={view.triage.progress} />
      )}
      {view.knowledge.embedded < view.knowledge.passages && (
        <Working
          label={t.overview.embedding}
          note={t.overview.passages(format.number(view.knowledge.embedded), format.number(view.knowledge.passages))}
          part={view.knowledge.embedded / view.knowledge.passages}
        />
      )}
    </section>
  );
}

interface TotalProps {
  label: string;
  value: string;
  strong?: boolean;
  small?: boolean;
  disposition?: string;
}

function Total({ label, value, strong = false, small = false, disposition }: TotalProps) {
  return (
    <div className={classes.total} data-strong={strong || undefined} data-small={small || undefined} data-disposition={disposition}>
      <dt>{label}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  );
}

function Working({ label, note, part }: { label: string; note: string; part: number }) {
  const { format } = useWords();
  return (
    <div className={classes.working}>
      <span>{label}</span>
      <Progress value={part * 100} size="sm" aria-label={label} className={classes.bar ?? ''} />
      <span className="muted small numbers">{[format.percent(part), note].filter((text) => text !== '').join(' · ')}</span>
    </div>
  );
}
