import { useState } from 'react';
import type { Hunt, HuntQuery } from '../../api/hunts';
import { useRunHunt } from '../../state/hunts';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { HuntForm } from './HuntForm';
import { HuntRead } from './HuntRead';
import { HuntResult } from './HuntResult';
import classes from './hunt.module.css';

interface Props {
  query: HuntQuery;
  /** What an answer found with this query; null before the first run. */
  first: Hunt | null;
  onRun?: (query: HuntQuery) => void;
}

/** Words to conditions, conditions to a result, and round again. */
export function HuntBench({ query, first, onRun }: Props) {
  const { t } = useWords();
  const run = useRunHunt();
  const [shown, setShown] = useState({ query, version: 0 });
  const hunt = run.data ?? first;
  const start = (next: HuntQuery): void => {
    run.mutate(next);
    onRun?.(next);
  };
  return (
    <div className={classes.bench}>
      <HuntRead
        label={hunt === null ? t.hunt.read : t.hunt.readAgain}
        onRead={(next) => {
          setShown((former) => ({ query: next, version: former.version + 1 }));
          start(next);
        }}
      />
      <HuntForm key={shown.version} query={shown.query} label={hunt === null ? t.hunt.run : t.hunt.runAgain} running={run.isPending} onRun={start} />
      {run.error !== null && <Failure failure={run.error} />}
      {hunt !== null && <HuntResult hunt={hunt} />}
    </div>
  );
}
