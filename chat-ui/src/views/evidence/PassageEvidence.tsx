import type { Passage } from '../../api/knowledge';
import { useWords } from '../../state/language';
import { usePassage } from '../../state/queries';
import { AnswerText } from '../chat/AnswerText';
import { Failure } from '../common/Failure';
import classes from './evidence.module.css';

export function PassageEvidence({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = usePassage(id);
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return (
    <div className={classes.evidence}>
      <h3 className={classes.heading}>{data.title}</h3>
      <PassageText passage={data} />
      <p className="muted small mono">{data.ref}</p>
    </div>
  );
}

export function PassageText({ passage }: { passage: Passage }) {
  return (
    <section lang={passage.language === 'zh' ? 'zh-CN' : passage.language} className={classes.passage}>
      {passage.heading !== null && passage.heading !== '' && <h4>{passage.heading}</h4>}
      <AnswerText text={passage.text} citations={[]} struck={[]} complete />
    </section>
  );
}
