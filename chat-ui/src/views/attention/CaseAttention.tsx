import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Attention } from '../../api/attention';
import { useWords } from '../../state/language';
import { AttentionEntry } from './AttentionEntry';
import classes from './attention.module.css';

const FIRST = 3;

/** On a case's page: everything that asks for a human look, in front of the summary. */
export function CaseAttention({ entries }: { entries: readonly Attention[] }) {
  const { t, format } = useWords();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  return (
    <section className={classes.box} aria-label={t.attention.title}>
      <ul className={classes.list}>
        {(all ? entries : entries.slice(0, FIRST)).map((entry, n) => (
          <AttentionEntry key={n} entry={entry} inCase />
        ))}
      </ul>
      {!all && entries.length > FIRST && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {t.loadMore} ({format.number(entries.length - FIRST)})
        </Button>
      )}
    </section>
  );
}
