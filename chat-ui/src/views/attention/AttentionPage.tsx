import { useAttention } from '../../state/attention';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { AttentionEntry } from './AttentionEntry';
import classes from './attention.module.css';

export function AttentionPage() {
  const { t, format } = useWords();
  const { data, error, refetch } = useAttention();
  return (
    <div className={classes.page}>
      <h1>{t.attention.title}</h1>
      <p className="muted">{t.attention.intro}</p>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <p className="muted">{t.loading}</p>}
      {data !== undefined && (
        <p className="muted small numbers" role="status">
          {data.items.length === 0 ? t.attention.empty : t.attention.count(format.number(data.total))}
        </p>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className={`${classes.list} ${classes.paper}`} aria-label={t.attention.title}>
          {data.items.map((entry, n) => (
            <AttentionEntry key={n} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}
