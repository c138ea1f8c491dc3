import type { Hunt } from '../../api/hunts';
import { defang } from '../../answer/defang';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { valueWords } from './words';
import classes from './hunt.module.css';

const ALERT_COLUMNS: readonly string[] = ['id', 'alert', 'alertId'];
const CASE_COLUMNS: readonly string[] = ['case', 'caseId'];
const TIME_COLUMNS: readonly string[] = ['time', 'first', 'last'];
const NUMBER_COLUMNS: readonly string[] = [...TIME_COLUMNS, 'alerts', 'count'];

/** What a hunt found; an alert opens in the drawer, a case on its page. */
export function HuntResult({ hunt }: { hunt: Hunt }) {
  const { t, format } = useWords();
  return (
    <div className={classes.result}>
      <p className="muted small numbers" role="status">
        {hunt.total === 0 ? t.hunt.nothing : t.hunt.total(format.number(hunt.total), format.number(hunt.rows.length))}
      </p>
      {hunt.rows.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t.hunt.results}>
          <table className={classes.table}>
            <caption className="hidden-text">{t.hunt.results}</caption>
            <thead>
              <tr>
                {hunt.columns.map((column) => (
                  <th key={column} scope="col">
                    {t.hunt.fields[column] ?? column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hunt.rows.map((row, n) => (
                <tr key={n}>
                  {hunt.columns.map((column, at) => (
                    <td key={column} className={NUMBER_COLUMNS.includes(column) ? 'numbers' : undefined}>
                      <Cell column={column} value={row[at] ?? ''} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Cell({ column, value }: { column: string; value: string }) {
  const { t, format } = useWords();
  const { open } = useEvidence();
  if (value === '') return null;
  if (ALERT_COLUMNS.includes(column)) {
    return (
      <button type="button" className={`${classes.link} mono`} aria-label={t.hunt.openAlert(value)} title={value} onClick={() => open({ kind: 'alert', id: value })}>
        {value.length > 12 ? `${value.slice(0, 11)}…` : value}
      </button>
    );
  }
  if (CASE_COLUMNS.includes(column)) return <a href={formatRoute({ page: 'case', id: value })}>{t.evidence.openCase}</a>;
  if (TIME_COLUMNS.includes(column)) return <>{format.dateTime(value)}</>;
  return <>{defang(valueWords(column, value, t))}</>;
}
