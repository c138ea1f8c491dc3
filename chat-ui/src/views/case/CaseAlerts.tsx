import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { AlertQuery } from '../../api/alerts';
import type { ChainStep } from '../../api/cases';
import { useWords } from '../../state/language';
import { useAlerts } from '../../state/queries';
import { AlertTable } from '../alerts/AlertTable';
import { Failure } from '../common/Failure';
import classes from './case.module.css';

interface Props {
  caseId: string;
  /** Only the alerts of this step, or all when null. */
  step: ChainStep | null;
  onAll: () => void;
}

export function CaseAlerts({ caseId, step, onAll }: Props) {
  const { t } = useWords();
  const query = useMemo<AlertQuery>(() => ({ caseId, ...(step === null ? {} : timesOf(step)) }), [caseId, step]);
  const alerts = useAlerts(query);
  const rows = useMemo(() => {
    const all = alerts.data?.pages.flatMap((page) => page.items) ?? [];
    // A step names its first alerts only; where it names them all, those alone are shown.
    const ids = step !== null && step.alertIds.length === step.alertCount ? new Set(step.alertIds) : null;
    return ids === null ? all : all.filter((row) => ids.has(row.id));
  }, [alerts.data, step]);
  return (
    <section id="case-alerts" className={classes.card} aria-labelledby="alerts-title">
      <div className={classes.cardHead}>
        <h2 id="alerts-title">{t.case.alerts}</h2>
        {step !== null && (
          <>
            <span className="muted">{t.case.onlyStep(step.n)}</span>
            <Button size="compact-xs" variant="default" onClick={onAll}>
              {t.case.allAlerts}
            </Button>
          </>
        )}
      </div>
      {alerts.error !== null && <Failure failure={alerts.error} retry={() => void alerts.refetch()} />}
      <AlertTable
        rows={rows}
        label={t.case.alerts}
        withCase={false}
        maxHeight={440}
        hasMore={alerts.hasNextPage}
        loading={alerts.isFetching}
        onMore={() => void alerts.fetchNextPage()}
      />
    </section>
  );
}

/** `to` is exclusive in the interface, so the last second is included by one more. */
function timesOf(step: ChainStep): Pick<AlertQuery, 'from' | 'to'> {
  return { from: step.firstSeen, to: new Date(Date.parse(step.lastSeen) + 1_000).toISOString() };
}
