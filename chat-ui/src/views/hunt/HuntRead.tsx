import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HuntQuery } from '../../api/hunts';
import { useReadHunt } from '../../state/hunts';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import classes from './hunt.module.css';

/** A question in words becomes conditions; what was understood is said, so that a wrong reading is seen. */
export function HuntRead({ label, onRead }: { label: string; onRead: (query: HuntQuery) => void }) {
  const { t, pick } = useWords();
  const read = useReadHunt();
  const [words, setWords] = useState('');
  return (
    <form
      className={classes.read}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') read.mutate(words.trim(), { onSuccess: ({ query }) => onRead(query) });
      }}
    >
      <TextInput
        size="xs"
        className={classes.value ?? ''}
        label={label}
        placeholder={t.hunt.readPlaceholder}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={words.trim() === ''} loading={read.isPending}>
        {t.hunt.readSubmit}
      </Button>
      <p className={classes.understood} role="status">
        {read.data?.understood != null && (
          <>
            <span className="muted">{t.hunt.understood}</span> {pick(read.data.understood)}
          </>
        )}
      </p>
      {read.error !== null && <Failure failure={read.error} />}
    </form>
  );
}
