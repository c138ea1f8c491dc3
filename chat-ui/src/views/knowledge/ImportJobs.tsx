import { Progress } from '@mantine/core';
import { isUnderWay, type ImportJob } from '../../api/imports';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import classes from './knowledge.module.css';

const RECENT = 5;

/** Imports under way, and what became of the last ones. */
export function ImportJobs({ jobs }: { jobs: readonly ImportJob[] }) {
  const { t } = useWords();
  if (jobs.length === 0) return null;
  return (
    <section className={classes.card} aria-live="polite">
      <h2>{t.knowledge.jobs}</h2>
      <ul className={classes.jobs}>
        {jobs.slice(0, RECENT).map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function Job({ job }: { job: ImportJob }) {
  const { t, format } = useWords();
  const { counts } = job;
  const state = t.knowledge.states[job.state];
  return (
    <li>
      <p>
        <strong className="wrap-anywhere">{job.parameters.name}</strong>{' '}
        <span className={classes.kind}>{t.knowledge.kinds[job.parameters.kind] ?? job.parameters.kind}</span>{' '}
        <span className="muted small">
          {state}
          {job.state === 'running' && ` · ${t.knowledge.stages[job.stage] ?? job.stage} · ${format.percent(job.progress)}`}
          {counts.changed !== undefined &&
            ` · ${t.knowledge.result(format.number(counts.changed), format.number(counts.unchanged ?? 0), format.number(counts.removed ?? 0))}`}
        </span>
      </p>
      {isUnderWay(job) && <Progress value={job.progress * 100} aria-label={`${state}: ${job.parameters.name}`} />}
      {job.error !== null && job.error !== '' && (
        <p className={classes.error}>
          <Icon name="alert" />
          <span className="wrap-anywhere">{job.error}</span>
        </p>
      )}
      {(counts.problemCount ?? 0) > 0 && <Problems job={job} />}
    </li>
  );
}

function Problems({ job }: { job: ImportJob }) {
  const { t, format } = useWords();
  const shown = job.counts.problems ?? [];
  const all = job.counts.problemCount ?? shown.length;
  return (
    <details>
      <summary>{t.knowledge.problems(format.number(all))}</summary>
      <ul className={classes.problems}>
        {shown.map((problem, n) => (
          <li key={n} className="wrap-anywhere">
            <span className="mono">{problem.file}</span>: {problem.reason}
          </li>
        ))}
        {all > shown.length && <li className="muted">{t.knowledge.moreProblems(format.number(all - shown.length))}</li>}
      </ul>
    </details>
  );
}
