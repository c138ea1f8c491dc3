import { SET_ASIDE } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import classes from './cases.module.css';

/** Set aside is not gone: most of these alerts belong to no case, so they are listed by the search. */
export function AsideAlerts({ count }: { count: number }) {
  const { t, format } = useWords();
  return (
    <p className={classes.aside}>
      {t.cases.asideAlerts(format.number(count))}
      {SET_ASIDE.map((disposition) => (
        <a key={disposition} href={formatRoute({ page: 'alerts', search: { disposition } })}>
          {t.dispositions[disposition]}
        </a>
      ))}
    </p>
  );
}
