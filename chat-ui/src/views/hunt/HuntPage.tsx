import { useEffect, useRef, useState } from 'react';
import type { HuntQuery } from '../../api/hunts';
import { useRunHunt } from '../../state/hunts';
import { useWords } from '../../state/language';
import { go } from '../../state/route';
import { Failure } from '../common/Failure';
import { HuntBench } from './HuntBench';
import classes from './hunt.module.css';

const NOTHING: HuntQuery = { where: [] };

/** A hunt with room for it. Its query lives in the address: a link to a hunt is a bookmark, and runs when it opens. */
export function HuntPage({ query }: { query: HuntQuery | null }) {
  const { t } = useWords();
  const first = useRunHunt();
  const { mutate } = first;
  // What the bench shows already, whether the address or the bench itself began it.
  const shown = useRef<string | null>(null);
  const [version, setVersion] = useState(0);
  const wanted = query === null ? null : JSON.stringify(query);
  useEffect(() => {
    if (wanted === null || query === null || shown.current === wanted) return;
    shown.current = wanted;
    mutate(query, { onSettled: () => setVersion((former) => former + 1) });
  }, [wanted, query, mutate]);
  return (
    <div className={classes.page}>
      <h1>{t.hunt.title}</h1>
      <p className="muted">{t.hunt.intro}</p>
      {first.error !== null && <Failure failure={first.error} />}
      <div className={classes.paper}>
        <HuntBench
          key={version}
          query={query ?? NOTHING}
          first={first.data ?? null}
          onRun={(next) => {
            shown.current = JSON.stringify(next);
            go({ page: 'hunt', query: next }, 'silently');
          }}
        />
      </div>
    </div>
  );
}
