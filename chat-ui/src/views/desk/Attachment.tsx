import { Button } from '@mantine/core';
import { useEffect, useState, type DragEvent } from 'react';
import { isAttachable, MOST_BYTES } from '../../api/reports';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import classes from './desk.module.css';

interface Props {
  file: File | null;
  onFile: (file: File | null) => void;
}

/** One file: chosen, dropped, or a screenshot pasted anywhere on the page. */
export function Attachment({ file, onFile }: Props) {
  const { t, format } = useWords();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState('');
  const take = (taken: File | undefined): void => {
    if (taken === undefined) return;
    const fault = !isAttachable(taken) ? t.report.wrongKind : taken.size > MOST_BYTES ? t.report.tooBig : '';
    setRefused(fault);
    if (fault === '') onFile(taken);
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.files[0];
      if (pasted === undefined) return;
      event.preventDefault();
      take(pasted.name === '' ? new File([pasted], t.report.screenshot, { type: pasted.type }) : pasted);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div className={classes.attachment}>
      <label
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          className={classes.fileInput}
          aria-label={t.report.file}
          accept=".eml,.png,.jpg,.jpeg,message/rfc822,image/png,image/jpeg"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file chosen again is a choice, too.
            event.currentTarget.value = '';
          }}
        />
        <Icon name="upload" size={20} />
        <span>
          <span className="wrap-anywhere">
            {file === null ? t.report.drop : t.report.chosen(file.name, `${format.number(Math.max(1, Math.round(file.size / 1024)))} KB`)}
          </span>
          <span className="muted small">{t.report.dropHint}</span>
        </span>
      </label>
      {file !== null && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onFile(null)}>
          {t.report.removeFile}
        </Button>
      )}
      {refused !== '' && (
        <p className={classes.refused} role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
