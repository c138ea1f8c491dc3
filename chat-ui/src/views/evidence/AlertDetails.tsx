import type { AlertDetail } from '../../api/alerts';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { Icon } from '../common/Icon';
import classes from './evidence.module.css';

/** The few values that a source tells beside entities, each a way to the alerts that share it; and the processes involved. */
export function AlertDetails({ alert, shown }: { alert: AlertDetail; shown: (text: string) => string }) {
  const { t } = useWords();
  const details = Object.entries(alert.details ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const lineage = alert.lineage ?? [];
  return (
    <>
      {details.length > 0 && (
        <section>
          <h4>{t.details.title}</h4>
          <dl className={classes.facts}>
            {details.map(([key, value]) => (
              <Detail key={key} name={key} value={value} shown={shown(value)} />
            ))}
          </dl>
        </section>
      )}
      {lineage.length > 0 && (
        <section>
          <h4>{t.details.lineage}</h4>
          <ol className={classes.list}>
            {lineage.map((identity) => (
              <li key={identity} className="mono wrap-anywhere">
                {shown(identity.split('|').join(' · '))}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Detail({ name, value, shown }: { name: string; value: string; shown: string }) {
  const { t } = useWords();
  const same = formatRoute({ page: 'hunt', query: { where: [{ field: `details.${name}`, op: 'is', value }] } });
  return (
    <>
      <dt className="mono">{name}</dt>
      <dd>
        <span className="mono wrap-anywhere">{shown}</span>{' '}
        <a href={same} className={classes.same} aria-label={t.details.same(name)} title={t.details.same(name)}>
          <Icon name="search" size={13} />
        </a>
      </dd>
    </>
  );
}
