import type { AlertRow } from '../../api/alerts';
import { defang, shownEntity } from '../../answer/defang';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { SeverityMark } from '../common/badges';
import classes from './alerts.module.css';

interface Props {
  row: AlertRow;
  index: number;
  top: number;
  withCase: boolean;
}

export function AlertLine({ row, index, top, withCase }: Props) {
  const { t, format } = useWords();
  const { open } = useEvidence();
  const title = defang(row.title);
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.row} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell" className={`${classes.time} numbers`}>
        {format.dateTime(row.time)}
      </span>
      <span role="cell">
        <SeverityMark value={row.severity} />
      </span>
      <span role="cell" className={classes.what}>
        <button type="button" className={classes.open} aria-label={t.alerts.open(title)} onClick={() => open({ kind: 'alert', id: row.id })}>
          {title}
        </button>
        <span className={classes.entities}>
          {[row.source, ...row.entities.slice(0, 4).map((entity) => shownEntity(entity.type, entity.value))].join(' · ')}
        </span>
      </span>
      {withCase && (
        <span role="cell">
          {row.caseId !== null && (
            <a href={formatRoute({ page: 'case', id: row.caseId })} className={classes.caseLink}>
              {row.disposition === null ? t.alerts.case : t.dispositions[row.disposition]}
            </a>
          )}
        </span>
      )}
      <span role="cell" className={`${classes.number} numbers muted`}>
        {row.anomaly === null || row.anomaly === undefined ? '' : row.anomaly.toFixed(2)}
      </span>
    </div>
  );
}
