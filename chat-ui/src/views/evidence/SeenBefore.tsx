import type { Seen } from '../../api/similar';
import { entityKey } from '../../api/vocabulary';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { useSimilarAlerts } from '../../state/queries';
import { DispositionBadge } from '../common/badges';
import { Failure } from '../common/Failure';
import classes from './evidence.module.css';

/** How often the like of an alert was seen, when last, and what people judged. */
export function SeenBefore({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useSimilarAlerts(id);
  return (
    <section>
      <h4>{t.seen.title}</h4>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <p className="muted">{t.loading}</p>}
      {data !== undefined && <SeenList seen={data.alerts} />}
    </section>
  );
}

export function SeenList({ seen }: { seen: readonly Seen[] }) {
  const { t } = useWords();
  if (seen.length === 0) return <p className="muted">{t.seen.never}</p>;
  return (
    <ul className={classes.list}>
      {seen.map((one) => (
        <SeenLine key={one.newest.id} seen={one} />
      ))}
    </ul>
  );
}

function SeenLine({ seen }: { seen: Seen }) {
  const { t, format } = useWords();
  const judged = seen.verdicts[0];
  const why = [
    seen.same ? t.seen.same : t.seen.alike(format.percent(seen.cosine)),
    ...(seen.sameRule && !seen.same ? [t.seen.sameRule] : []),
    ...seen.sharedEntities.slice(0, 2).map((entity) => defang(entityKey(entity))),
  ];
  return (
    <li>
      <div>{defang(seen.newest.title)}</div>
      <div>{t.seen.times(format.number(seen.count), !seen.countedAll, format.dateTime(seen.lastSeen))}</div>
      <div className="muted">{why.join(' · ')}</div>
      {judged === undefined ? (
        <div className="muted">{t.seen.notJudged}</div>
      ) : (
        <div className={classes.line}>
          <DispositionBadge value={judged.verdict} />
          <span>{t.seen.judged(judged.by, format.dateTime(judged.at))}</span>
          {judged.reason !== '' && <span className="muted">{defang(judged.reason)}</span>}
        </div>
      )}
    </li>
  );
}
