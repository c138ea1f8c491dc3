import { useEffect } from 'react';
import type { HuntQuery } from '../../api/hunts';
import { useRunHunt } from '../../state/hunts';
import { useWords } from '../../state/language';
import { go } from '../../state/route';
import { Failure } from '../common/Failure';
import { HuntBench } from './HuntBench';
import classes from './hunt.module.css';

/** A hunt with room for it. Its query lives in the address: a link to a hunt is a bookmark, and runs when it opens. */
export function HuntPage({ query }: { query: HuntQuery | null }) {
  const { t } = useWords();
  const first = useRunHunt();
  const { mutate } = first;
  useEffect(() => {
    if (query !== null) mutate(query);
  }, [query, mutate]);
  return (
    <div className={classes.page}>
      <h1>{t.hunt.title}</h1>
      <p className="muted">{t.hunt.intro}</p>
      {first.error !== null && <Failure failure={first.error} />}
      <div className={classes.paper}>
        {/* Not before the first result: a bench keeps what it began with. */}
        {query !== null && first.isPending ? (
          <p className="muted">{t.loading}</p>
        ) : (
          <HuntBench query={query ?? { where: [] }} first={first.data ?? null} onRun={(next) => go({ page: 'hunt', query: next }, 'silently')} />
        )}
      </div>
    </div>
  );
}
