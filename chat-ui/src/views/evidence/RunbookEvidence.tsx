import { Problem } from '../../api/http';
import { useWords } from '../../state/language';
import { useRunbook } from '../../state/queries';
import { Failure } from '../common/Failure';
import { PassageText } from './PassageEvidence';
import classes from './evidence.module.css';

export function RunbookEvidence({ slug }: { slug: string }) {
  const { t, language } = useWords();
  const { data, error, refetch } = useRunbook(slug, language);
  if (error instanceof Problem && error.status === 404) return <p className="muted">{t.evidence.noRunbook}</p>;
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return (
    <div className={classes.evidence}>
      <h3 className={classes.heading}>{data[0]?.title}</h3>
      {data.map((passage) => (
        <PassageText key={passage.passageId} passage={passage} />
      ))}
    </div>
  );
}
