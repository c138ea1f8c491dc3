import { Button, NativeSelect, Progress } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { guessKind, hasAudience, IMPORT_KINDS, type Audience, type ImportKind } from '../../api/imports';
import { useSubmitImport } from '../../state/imports';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import classes from './knowledge.module.css';

const AUDIENCES: readonly Audience[] = ['', 'analyst', 'staff'];

export function UploadForm() {
  const { t, format } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<ImportKind>('runbook');
  const [audience, setAudience] = useState<Audience>('');
  const [over, setOver] = useState(false);
  const { submit, sent } = useSubmitImport();
  const take = (files: FileList | null): void => {
    const taken = files?.[0];
    if (taken === undefined) return;
    setFile(taken);
    setKind((former) => guessKind(taken.name, former));
    submit.reset();
  };
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <form
      className={classes.card}
      aria-label={t.knowledge.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) submit.mutate({ file, kind, audience }, { onSuccess: () => setFile(null) });
      }}
    >
      <h2>{t.knowledge.add}</h2>
      <label
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <input
          type="file"
          className={classes.input}
          aria-label={t.knowledge.file}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file chosen again is a choice, too.
            event.currentTarget.value = '';
          }}
        />
        <Icon name="upload" size={20} />
        <span>
          <span className="wrap-anywhere">{file === null ? t.knowledge.drop : t.knowledge.chosen(file.name)}</span>
          <span className="muted small">{t.knowledge.dropHint}</span>
        </span>
      </label>
      <div className={classes.choices}>
        <NativeSelect
          label={t.knowledge.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as ImportKind)}
          data={IMPORT_KINDS.map((value) => ({ value, label: t.knowledge.kinds[value] ?? value }))}
        />
        {hasAudience(kind) && (
          <NativeSelect
            label={t.knowledge.audience}
            value={audience}
            onChange={(event) => setAudience(event.currentTarget.value as Audience)}
            data={AUDIENCES.map((value) => ({ value, label: t.knowledge.audiences[value] ?? value }))}
          />
        )}
        <Button type="submit" disabled={file === null} loading={submit.isPending}>
          {t.knowledge.start}
        </Button>
      </div>
      {submit.isPending && (
        <div>
          <p className="muted small numbers" role="status">
            {t.knowledge.uploading} · {format.percent(sent)}
          </p>
          <Progress value={sent * 100} aria-label={t.knowledge.uploading} />
        </div>
      )}
      {submit.error !== null && <Failure failure={submit.error} />}
    </form>
  );
}
