import { Button, SegmentedControl } from '@mantine/core';
import { useOverview, useCases } from '../../state/queries';
import { useWords } from '../../state/language';
import { go, type CaseFilter } from '../../state/route';
import { Failure } from '../common/Failure';
import { AsideAlerts } from './AsideAlerts';
import { CaseTable } from './CaseTable';
import { EmptyCases } from './EmptyCases';
import { OverviewStrip } from './OverviewStrip';
import classes from './cases.module.css';

const FILTERS: readonly CaseFilter[] = ['shown', 'aside', 'all'];

export function CasesPage({ filter, lead }: { filter: CaseFilter; lead: boolean }) {
  const { t, format } = useWords();
  const overview = useOverview();
  const cases = useCases(filter, overview.data?.triage.state === 'running' || overview.data?.cases === 0);
  const rows = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const total = cases.data?.pages[0]?.total;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t.cases.title}</h1>
        {total !== undefined && rows.length > 0 && <span className="muted numbers">{t.cases.count(format.number(total))}</span>}
        <SegmentedControl
          className={classes.filter ?? ''}
          size="xs"
          classNames={{ label: classes.filterLabel ?? '' }}
          aria-label={t.cases.filter}
          value={filter}
          onChange={(value) => go({ page: 'cases', filter: value as CaseFilter })}
          data={FILTERS.map((value) => ({ value, label: t.cases.filters[value] }))}
        />
      </div>
      {overview.data && <OverviewStrip view={overview.data} />}
      {filter === 'aside' && overview.data && <AsideAlerts count={overview.data.setAside} />}
      {cases.error !== null && <Failure failure={cases.error} retry={() => void cases.refetch()} />}
      {cases.isPending && <p className="muted">{t.loading}</p>}
      {rows.length > 0 && <CaseTable rows={rows} />}
      {cases.isSuccess && rows.length === 0 && <EmptyCases filter={filter} view={overview.data} lead={lead} />}
      {cases.hasNextPage && (
        <Button variant="default" size="xs" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {t.loadMore}
        </Button>
      )}
    </div>
  );
}
