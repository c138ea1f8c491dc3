import type { ReactNode } from 'react';
import type { HumanVerdict } from '../../api/verdicts';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { DispositionBadge } from '../common/badges';
import classes from './verdict.module.css';

interface Props {
  verdicts: readonly HumanVerdict[];
  /** What takes back one that still stands. */
  undo?: (verdict: HumanVerdict) => ReactNode;
}

export function VerdictList({ verdicts, undo }: Props) {
  const { t } = useWords();
  if (verdicts.length === 0) return <p className="muted">{t.verdict.none}</p>;
  return (
    <ul className={classes.list} aria-label={t.verdict.given}>
      {verdicts.map((verdict) => (
        <Line key={verdict.id} verdict={verdict} undo={undo} />
      ))}
    </ul>
  );
}

function Line({ verdict, undo }: { verdict: HumanVerdict; undo: Props['undo'] }) {
  const { t, format } = useWords();
  return (
    <li data-state={verdict.state}>
      <DispositionBadge value={verdict.verdict} />
      <span className="numbers">{t.verdict.by(verdict.by, format.dateTime(verdict.at))}</span>
      {verdict.scope === 'fingerprint' && (
        <span>{verdict.entity === null ? t.verdict.reachesAll : t.verdict.reachesEntity(defang(verdict.entity))}</span>
      )}
      {verdict.expiresAt !== null && <span className="muted">{t.verdict.until(format.dateTime(verdict.expiresAt))}</span>}
      {verdict.reason !== '' && <span className="muted wrap-anywhere">{defang(verdict.reason)}</span>}
      {verdict.state === 'undone' && verdict.undoneBy !== null && <strong>{t.verdict.undone(verdict.undoneBy)}</strong>}
      {verdict.state === 'expired' && <strong>{t.verdict.expired}</strong>}
      {verdict.state === 'active' && undo?.(verdict)}
    </li>
  );
}
