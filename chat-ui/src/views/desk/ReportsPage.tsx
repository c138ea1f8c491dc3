import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { REPORT_STATES, reportFileAddress, type Report, type ReportState } from '../../api/reports';
import { defang } from '../../answer/defang';
import { useReport, useReports, useSetReportState } from '../../state/desk';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { Failure } from '../common/Failure';
import { ReportStatus } from './ReportStatus';
import classes from './desk.module.css';

/** Everybody's reports, for those who judge them. */
export function ReportsPage() {
  const { t, language } = useWords();
  const { data, error, refetch } = useReports(true, language);
  return (
    <div className={classes.page}>
      <h1>{t.reports.title}</h1>
      <p className="muted">{t.reports.allIntro}</p>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <p className="muted">{t.loading}</p>}
      {data?.length === 0 && <p className="muted">{t.reports.empty}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.list} aria-label={t.reports.title}>
          {data.map((report) => (
            <One key={report.receipt} report={report} />
          ))}
        </ul>
      )}
    </div>
  );
}

function One({ report }: { report: Report }) {
  const { t, format } = useWords();
  const { open } = useEvidence();
  const [changing, setChanging] = useState(false);
  const [reading, setReading] = useState(false);
  const { alertId } = report;
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong className="wrap-anywhere">{report.subject === '' ? t.reports.noSubject : defang(report.subject)}</strong>
        <ReportStatus status={report.status} />
      </div>
      <p className="muted small numbers wrap-anywhere">
        <span className="mono">{report.receipt}</span> · {format.dateTime(report.at)} {t.utc}
        {report.reporter != null && ` · ${t.reports.reporter} ${report.reporter}`}
      </p>
      {report.message != null && report.message !== '' && <p className={classes.message}>{defang(report.message)}</p>}
      <div className={classes.line}>
        {alertId != null && alertId !== '' && (
          <Button size="compact-sm" variant="default" onClick={() => open({ kind: 'alert', id: alertId })}>
            {t.reports.openAlert}
          </Button>
        )}
        {report.caseId != null && report.caseId !== '' && <a href={formatRoute({ page: 'case', id: report.caseId })}>{t.evidence.openCase}</a>}
        {!changing && (
          <Button size="compact-sm" variant="default" aria-label={t.reports.changeOf(report.receipt)} onClick={() => setChanging(true)}>
            {t.reports.change}
          </Button>
        )}
      </div>
      <details className={classes.said} onToggle={(event) => setReading(event.currentTarget.open)}>
        <summary>{t.reports.said}</summary>
        {reading && <Said receipt={report.receipt} />}
      </details>
      {changing && <StatusForm report={report} onClose={() => setChanging(false)} />}
    </li>
  );
}

/** What was reported, as characters; a file is saved for other tools, and never opened here. */
function Said({ receipt }: { receipt: string }) {
  const { t, format, language } = useWords();
  const { data, error, refetch } = useReport(receipt, language);
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return (
    <>
      {data.text != null && data.text !== '' && (
        <pre className={classes.code} tabIndex={0}>
          {defang(data.text)}
        </pre>
      )}
      {data.file != null && (
        <p className="small wrap-anywhere">
          <a href={reportFileAddress(receipt)} download>
            {t.reports.saveFile}
          </a>{' '}
          {data.file.name} · {data.file.mediaType} · {format.number(data.file.size)} B · <span className="mono">{data.file.sha256}</span>
        </p>
      )}
    </>
  );
}

function StatusForm({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useWords();
  const change = useSetReportState();
  const [status, setStatus] = useState<ReportState>(report.status);
  const [message, setMessage] = useState(report.message ?? '');
  return (
    <form
      className={classes.change}
      aria-label={t.reports.changeOf(report.receipt)}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ receipt: report.receipt, status, message: message.trim() }, { onSuccess: onClose });
      }}
    >
      <NativeSelect
        size="xs"
        label={t.reports.status}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value as ReportState)}
        data={REPORT_STATES.map((value) => ({ value, label: t.reports.states[value] ?? value }))}
      />
      <Textarea size="xs" label={t.reports.messageToReporter} value={message} maxLength={2000} autosize minRows={2} onChange={(event) => setMessage(event.currentTarget.value)} />
      <div className={classes.line}>
        <Button size="xs" type="submit" loading={change.isPending}>
          {t.reports.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.reports.cancel}
        </Button>
      </div>
      {change.error !== null && <Failure failure={change.error} />}
    </form>
  );
}
