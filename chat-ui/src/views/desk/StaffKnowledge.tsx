import { useRoute } from '../../state/route';
import { useWords } from '../../state/language';
import { KnowledgeSearch } from '../knowledge/KnowledgeSearch';
import classes from './desk.module.css';

/** What the service holds for staff: policies and guides, by words. */
export function StaffKnowledge() {
  const { t } = useWords();
  const route = useRoute();
  const q = route.page === 'knowledge' ? route.q : '';
  return (
    <div className={classes.page}>
      <h1>{t.knowledge.title}</h1>
      <KnowledgeSearch key={q} q={q} />
    </div>
  );
}
