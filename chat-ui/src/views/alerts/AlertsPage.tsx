import { useMemo } from 'react';
import type { AlertQuery } from '../../api/alerts';
import type { Disposition, Severity } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import { useAlerts } from '../../state/queries';
import { go, type AlertSearch } from '../../state/route';
import { Failure } from '../common/Failure';
import { AlertTable } from './AlertTable';
import { SearchForm } from './SearchForm';
import classes from './alerts.module.css';

export function AlertsPage({ search }: { search: AlertSearch }) {
  const { t, format } = useWords();
  const query = useMemo(() => queryOf(search), [search]);
  const alerts = useAlerts(query);
  const rows = alerts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t.alerts.title}</h1>
        <span className="muted numbers" role="status">
          {alerts.isSuccess && t.alerts.count(format.number(rows.length), alerts.hasNextPage)}
        </span>
      </div>
      <SearchForm search={search} onSearch={(next) => go({ page: 'alerts', search: next })} />
      {alerts.error !== null && <Failure failure={alerts.error} retry={() => void alerts.refetch()} />}
      <AlertTable
        rows={rows}
        label={t.alerts.title}
        withCase
        maxHeight="calc(100vh - 236px)"
        hasMore={alerts.hasNextPage}
        loading={alerts.isFetching}
        onMore={() => void alerts.fetchNextPage()}
      />
    </div>
  );
}

function queryOf(search: AlertSearch): AlertQuery {
  return {
    q: search.q,
    entity: search.entity,
    severity: search.severity as Severity | undefined,
    disposition: search.disposition as Disposition | undefined,
    from: instant(search.from),
    to: instant(search.to),
  };
}

/** `2022-01-24T03:00`, which the form gives, is meant as UTC. */
function instant(local: string | undefined): string | undefined {
  if (local === undefined) return undefined;
  return /[zZ]$/.test(local) ? local : `${local.length === 16 ? `${local}:00` : local}Z`;
}
