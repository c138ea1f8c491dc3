import type { ReportState } from '../../api/reports';
import { useWords } from '../../state/language';
import classes from './desk.module.css';

export function ReportStatus({ status }: { status: ReportState }) {
  const { t } = useWords();
  return (
    <span className={classes.status} data-status={status}>
      {t.reports.states[status] ?? status}
    </span>
  );
}
