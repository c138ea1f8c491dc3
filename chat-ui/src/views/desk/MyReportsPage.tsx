import { defang } from '../../answer/defang';
import { useReports } from '../../state/desk';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { ReportStatus } from './ReportStatus';
import classes from './desk.module.css';

/** What one has reported, with what became of it. */
export function MyReportsPage() {
  const { t, format, language } = useWords();
  const { data, error, refetch } = useReports(false, language);
  return (
    <div className={classes.page}>
      <h1>{t.reports.mineTitle}</h1>
      <p className="muted">{t.reports.mineIntro}</p>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <p className="muted">{t.loading}</p>}
      {data?.length === 0 && <p className="muted">{t.reports.empty}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.list} aria-label={t.reports.mineTitle}>
          {data.map((report) => (
            <li key={report.receipt} className={classes.card}>
              <div className={classes.line}>
                <strong className="wrap-anywhere">{report.subject === '' ? t.reports.noSubject : defang(report.subject)}</strong>
                <ReportStatus status={report.status} />
              </div>
              <p className="muted small numbers">
                <span className="mono">{report.receipt}</span> · {format.dateTime(report.at)} {t.utc}
              </p>
              {report.message != null && report.message !== '' && <p className={classes.message}>{defang(report.message)}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
