import { useGaps } from '../../state/desk';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import classes from './knowledge.module.css';

/** The two halves of knowledge: what is there, and what is missing. */
export function KnowledgeNav({ current }: { current: 'knowledge' | 'gaps' }) {
  const { t, format } = useWords();
  const { data } = useGaps();
  const open = data?.filter((gap) => gap.status === 'open' || gap.status === '').length ?? 0;
  return (
    <nav className={classes.nav} aria-label={t.knowledge.title}>
      <a href={formatRoute({ page: 'knowledge', q: '' })} aria-current={current === 'knowledge' ? 'page' : undefined}>
        {t.knowledge.title}
      </a>
      <a href={formatRoute({ page: 'gaps' })} aria-current={current === 'gaps' ? 'page' : undefined}>
        {t.gaps.title}
        {open > 0 && <span className={classes.count}>{format.number(open)}</span>}
      </a>
    </nav>
  );
}
