import { Button, Progress, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Receipt } from '../../api/reports';
import { useSendReport } from '../../state/desk';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import { Attachment } from './Attachment';
import classes from './desk.module.css';

/** "Report something suspicious": words, a mail or a picture. What cannot wait for an answer stands first. */
export function ReportPage() {
  const { t } = useWords();
  const [sent, setSent] = useState<Receipt | null>(null);
  return (
    <div className={classes.page}>
      <h1>{t.report.title}</h1>
      {sent === null ? (
        <>
          <p className="muted">{t.report.intro}</p>
          <Emergency />
          <ReportForm onSent={setSent} />
        </>
      ) : (
        <Sent receipt={sent} onAnother={() => setSent(null)} />
      )}
    </div>
  );
}

function Emergency() {
  const { t } = useWords();
  return (
    <section className={classes.emergency} aria-labelledby="emergency-title">
      <h2 id="emergency-title">
        <Icon name="alert" size={18} />
        {t.report.emergencyTitle}
      </h2>
      <ol>
        {t.report.emergencySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function ReportForm({ onSent }: { onSent: (receipt: Receipt) => void }) {
  const { t, format } = useWords();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const { submit, sent } = useSendReport();
  const ready = text.trim() !== '' || file !== null;
  return (
    <form
      className={classes.card}
      aria-label={t.report.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) submit.mutate({ text: text.trim(), file }, { onSuccess: onSent });
      }}
    >
      <Textarea
        label={t.report.text}
        description={t.report.textHint}
        value={text}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={14}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Attachment file={file} onFile={setFile} />
      <div>
        <Button type="submit" disabled={!ready} loading={submit.isPending} leftSection={<Icon name="send" size={16} />}>
          {t.report.submit}
        </Button>
      </div>
      {submit.isPending && file !== null && (
        <div>
          <p className="muted small numbers" role="status">
            {t.report.sending} · {format.percent(sent)}
          </p>
          <Progress value={sent * 100} aria-label={t.report.sending} />
        </div>
      )}
      {submit.error !== null && <Failure failure={submit.error} />}
    </form>
  );
}

function Sent({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.card} aria-labelledby="sent-title">
      <h2 id="sent-title" ref={heading} tabIndex={-1} className={classes.sent}>
        <Icon name="check" size={18} />
        {t.report.sentTitle}
      </h2>
      <p>
        <span className="muted">{t.report.receipt}</span> <strong className={`${classes.receipt} mono`}>{receipt.receipt}</strong>
      </p>
      <p>{t.report.keep}</p>
      <div className={classes.line}>
        <Button component="a" href="#/reports">
          {t.report.toMine}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t.report.another}
        </Button>
      </div>
    </section>
  );
}
