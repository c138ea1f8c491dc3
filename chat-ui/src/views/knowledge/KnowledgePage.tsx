import { useImports } from '../../state/imports';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { ImportJobs } from './ImportJobs';
import { ImportList } from './ImportList';
import { KnowledgeNav } from './KnowledgeNav';
import { KnowledgeSearch } from './KnowledgeSearch';
import { UploadForm } from './UploadForm';
import classes from './knowledge.module.css';

/** What answers are built from: searched, listed, and for those who may, added to and removed from. */
export function KnowledgePage({ q, manages }: { q: string; manages: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useImports();
  return (
    <div className={classes.page}>
      {manages && <KnowledgeNav current="knowledge" />}
      <h1>{t.knowledge.title}</h1>
      <p className="muted">{t.knowledge.intro}</p>
      <KnowledgeSearch key={q} q={q} />
      {manages ? <UploadForm /> : <p className="muted small">{t.knowledge.readOnly}</p>}
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data !== undefined && <ImportJobs jobs={data.jobs} />}
      {data === undefined && error === null ? (
        <p className="muted">{t.loading}</p>
      ) : (
        data !== undefined && <ImportList items={data.items} manages={manages} />
      )}
    </div>
  );
}
