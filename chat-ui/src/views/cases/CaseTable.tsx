import type { CaseRow } from '../../api/cases';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { defang } from '../../answer/defang';
import { AttentionMark, DispositionBadge } from '../common/badges';
import { EntityChip } from '../common/EntityChip';
import { reasonWords } from '../attention/AttentionEntry';
import { scoreOf } from './score';
import classes from './cases.module.css';

export function CaseTable({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useWords();
  // Roles said aloud: on a phone the rows are laid out as cards, which would take the table's meaning away.
  return (
    <table role="table" className={classes.table}>
      <caption className="hidden-text">{t.cases.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t.cases.score}</th>
          <th role="columnheader" scope="col">{t.cases.case}</th>
          <th role="columnheader" scope="col">{t.cases.disposition}</th>
          <th role="columnheader" scope="col" className={classes.number}>
            {t.cases.alerts}
          </th>
          <th role="columnheader" scope="col">{t.cases.span}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: CaseRow }) {
  const { t, format, pick } = useWords();
  return (
    <tr role="row">
      <td role="cell">
        <ScoreBar score={row.score} />
      </td>
      <td role="cell" className={classes.caseCell}>
        <a href={formatRoute({ page: 'case', id: row.id })} className={classes.caseLink}>
          {defang(pick(row.title))}
        </a>
        <span className={classes.chips}>
          {row.entities.slice(0, 4).map((entity) => (
            <EntityChip key={`${entity.type}:${entity.value}`} entity={entity} />
          ))}
          {row.attention.length > 0 && <AttentionMark reason={row.attention.map((one) => `${reasonWords(one, t)}: ${defang(pick(one.detail))}`).join('\n')} />}
        </span>
      </td>
      <td role="cell">
        <DispositionBadge value={row.disposition} confidence={row.confidence} />
        {row.human?.state === 'holds' && (
          <span className={classes.human}>
            <span className="muted small">{t.verdict.human}</span> <DispositionBadge value={row.human.verdict} />
          </span>
        )}
        {row.human?.state === 'reopened' && <span className="muted small">{t.verdict.reopenedShort}</span>}
      </td>
      <td role="cell" data-label={t.cases.alerts} className={`${classes.number} numbers`}>{format.number(row.alertCount)}</td>
      <td role="cell" className={`${classes.span} numbers`}>{format.span(row.firstSeen, row.lastSeen)}</td>
    </tr>
  );
}

function ScoreBar({ score }: { score: number }) {
  const { part, shown } = scoreOf(score);
  return (
    <span className={classes.score}>
      <span className="numbers">{shown}</span>
      <span className={classes.scoreTrack} aria-hidden="true">
        <span className={classes.scoreFill} style={{ width: `${part * 100}%` }} data-high={part >= 0.66 || undefined} />
      </span>
    </span>
  );
}
