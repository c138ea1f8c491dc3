import type { Hunt } from '../../api/hunts';
import { conditionWords } from './words';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { HuntBench } from './HuntBench';
import { HuntResult } from './HuntResult';
import classes from './hunt.module.css';

/** A hunt inside an answer: what was asked, what came, and on demand the conditions to change. */
export function HuntCard({ hunt }: { hunt: Hunt }) {
  const words = useWords();
  const { t } = words;
  return (
    <div role="group" className={classes.card} aria-label={t.hunt.shown}>
      <p className="wrap-anywhere">
        <strong>{t.hunt.title}:</strong> <span className="small">{conditionWords(hunt.query, words)}</span>
      </p>
      <HuntResult hunt={hunt} />
      <details className={classes.edit}>
        <summary>{t.hunt.edit}</summary>
        <HuntBench query={hunt.query} first={null} />
      </details>
      <a className="small" href={formatRoute({ page: 'hunt', query: hunt.query })}>
        {t.hunt.openPage}
      </a>
    </div>
  );
}
