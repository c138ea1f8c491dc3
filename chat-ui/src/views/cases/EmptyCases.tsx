import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Overview } from '../../api/overview';
import { useWords } from '../../state/language';
import { formatRoute, type CaseFilter } from '../../state/route';
import { Icon } from '../common/Icon';
import classes from './cases.module.css';

/** Says what to do next, instead of showing an empty table. */
export function EmptyCases({ filter, view, lead }: { filter: CaseFilter; view: Overview | undefined; lead: boolean }) {
  const { t } = useWords();
  if (view?.triage.state === 'running' && view.cases === 0) {
    return <Empty title={t.overview.triage} text={t.cases.working} />;
  }
  if (view !== undefined && view.cases > 0) {
    return <Empty title={t.cases.emptyFilterTitle} text={filter === 'aside' ? t.cases.emptyAside : t.cases.emptyShown} />;
  }
  return (
    <Empty title={t.cases.emptyTitle} text={t.cases.emptyText}>
      {lead && (
        <Button component="a" href={formatRoute({ page: 'backlog' })} leftSection={<Icon name="upload" />}>
          {t.nav.backlog}
        </Button>
      )}
      <p className="muted small">
        {t.cases.emptyCommand} <code className="mono">./copilot triage FILE --into TENANT</code>
      </p>
    </Empty>
  );
}

function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Icon name="inbox" size={32} />
      <h2>{title}</h2>
      <p className="muted">{text}</p>
      {children}
    </div>
  );
}
