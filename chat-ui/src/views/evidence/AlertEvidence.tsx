import { Button, CopyButton, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { AlertDetail } from '../../api/alerts';
import { entityKey } from '../../api/vocabulary';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { useAlert } from '../../state/queries';
import { formatRoute } from '../../state/route';
import { DispositionBadge, OutcomeMark, SeverityMark } from '../common/badges';
import { EntityChip } from '../common/EntityChip';
import { Failure } from '../common/Failure';
import { VerdictPanel } from '../verdict/VerdictPanel';
import { AlertDetails } from './AlertDetails';
import { rawText } from './raw';
import { SeenBefore } from './SeenBefore';
import classes from './evidence.module.css';

export function AlertEvidence({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useAlert(id);
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return <AlertView alert={data} />;
}

function AlertView({ alert }: { alert: AlertDetail }) {
  const { t, format } = useWords();
  const [safe, setSafe] = useState(true);
  const shown = (text: string): string => (safe ? defang(text) : text);
  const raw = rawText(alert.raw);
  return (
    <div className={classes.evidence}>
      <h3 className={classes.heading}>{defang(alert.title)}</h3>
      <div className={classes.line}>
        <SeverityMark value={alert.severity} />
        {alert.disposition !== null && <DispositionBadge value={alert.disposition} confidence={alert.confidence} />}
        <OutcomeMark value={alert.outcome} />
      </div>
      <dl className={classes.facts}>
        <Fact name={t.evidence.time}>
          <span className="numbers">{format.dateTime(alert.time)}</span>
        </Fact>
        <Fact name={t.evidence.source}>{alert.source}</Fact>
        {alert.rule !== null && alert.rule !== '' && <Fact name={t.evidence.rule}>{defang(alert.rule)}</Fact>}
        {alert.techniques.length > 0 && (
          <Fact name={t.evidence.techniques}>
            <span className="mono">{alert.techniques.join(', ')}</span>
          </Fact>
        )}
        <Fact name={t.evidence.id}>
          <span className="mono wrap-anywhere">{alert.id}</span>
        </Fact>
        {alert.caseId !== null && (
          <Fact name={t.evidence.case}>
            <a href={formatRoute({ page: 'case', id: alert.caseId })}>{t.evidence.openCase}</a>
          </Fact>
        )}
      </dl>
      <div className={classes.line}>
        {alert.entities.map((entity) => (
          <EntityChip key={entityKey(entity)} entity={entity} link />
        ))}
      </div>
      <div className={classes.line}>
        <Switch size="xs" label={t.evidence.defang} checked={safe} onChange={(event) => setSafe(event.currentTarget.checked)} />
        <CopyButton value={shown(raw)}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? t.evidence.copied : t.evidence.copy}
            </Button>
          )}
        </CopyButton>
      </div>
      {alert.message !== null && alert.message !== '' && (
        <section>
          <h4>{t.evidence.message}</h4>
          <pre className={classes.code} tabIndex={0}>
            {shown(alert.message)}
          </pre>
        </section>
      )}
      <AlertDetails alert={alert} shown={shown} />
      <section>
        <h4>{t.verdict.title}</h4>
        <VerdictPanel kind="alert" id={alert.id} entities={alert.entities} />
      </section>
      <SeenBefore id={alert.id} />
      <section>
        <h4>{t.evidence.raw}</h4>
        <pre className={classes.code} tabIndex={0}>
          {shown(raw)}
        </pre>
      </section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
