import { Button, Progress } from '@mantine/core';
import { useTriageJob } from '../../state/backlog';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import classes from './backlog.module.css';

export function JobView({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { t, format } = useWords();
  const { data, error, refetch } = useTriageJob(id);
  const done = data?.state === 'done';
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  const part = done ? 1 : data.progress;
  return (
    <section className={classes.card} aria-live="polite">
      <h2>{t.backlog.states[data.state]}</h2>
      {data.state !== 'failed' && (
        <div>
          <Progress value={part * 100} aria-label={t.backlog.states[data.state]} />
          <p className="muted small numbers">
            {format.percent(part)}
            {!done && data.stage !== null && data.stage !== '' && ` · ${data.stage}`}
          </p>
        </div>
      )}
      {data.error !== null && data.error !== '' && (
        <p className={classes.error}>
          <Icon name="alert" />
          <span className="wrap-anywhere">{data.error}</span>
        </p>
      )}
      {data.counts !== null && Object.keys(data.counts).length > 0 && (
        <dl className={classes.counts}>
          {Object.entries(data.counts).map(([name, count]) => (
            <div key={name}>
              <dt>{t.backlog.counts[name] ?? name}</dt>
              <dd className="numbers">{format.number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {(done || data.state === 'failed') && (
        <div className={classes.buttons}>
          {done && (
            <Button component="a" href={formatRoute({ page: 'cases', filter: 'shown' })}>
              {t.backlog.toCases}
            </Button>
          )}
          <Button variant="default" onClick={onAgain}>
            {t.backlog.another}
          </Button>
        </div>
      )}
    </section>
  );
}
