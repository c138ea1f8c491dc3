import { Button, FileInput, NativeSelect, Progress } from '@mantine/core';
import { useState } from 'react';
import { ALERT_FORMATS, type AlertFormat } from '../../api/jobs';
import { useSubmitBacklog } from '../../state/backlog';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import { JobView } from './JobView';
import classes from './backlog.module.css';

export function BacklogPage() {
  const { t, format: words } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<AlertFormat>('auto');
  const { submit, sent } = useSubmitBacklog();
  const again = (): void => {
    submit.reset();
    setFile(null);
  };
  return (
    <div className={classes.page}>
      <h1>{t.backlog.title}</h1>
      <p className="muted">{t.backlog.intro}</p>
      {submit.data === undefined ? (
        <form
          className={classes.card}
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== null) submit.mutate({ file, format });
          }}
        >
          <FileInput
            label={t.backlog.file}
            placeholder={t.backlog.choose}
            value={file}
            onChange={setFile}
            leftSection={<Icon name="upload" />}
            clearable
            clearButtonProps={{ 'aria-label': t.alerts.reset }}
          />
          <NativeSelect
            label={t.backlog.format}
            value={format}
            onChange={(event) => setFormat(event.currentTarget.value as AlertFormat)}
            data={ALERT_FORMATS.map((value) => ({ value, label: t.backlog.formats[value] ?? value }))}
          />
          {submit.isPending && (
            <div>
              <p className="muted small numbers" role="status">
                {t.backlog.uploading} · {words.percent(sent)}
              </p>
              <Progress value={sent * 100} aria-label={t.backlog.uploading} />
            </div>
          )}
          {submit.error !== null && <Failure failure={submit.error} />}
          <div>
            <Button type="submit" disabled={file === null} loading={submit.isPending}>
              {t.backlog.start}
            </Button>
          </div>
        </form>
      ) : (
        <JobView id={submit.data.id} onAgain={again} />
      )}
    </div>
  );
}
