import { defang } from '../../answer/defang';
import { languageOf } from '../../answer/language';
import { useWords } from '../../state/language';
import classes from './evidence.module.css';

/** A count, a timeline or a hunt that code made for one answer: it is stored nowhere else. */
export function ResultEvidence({ label }: { label: string }) {
  const { t } = useWords();
  return (
    <div className={classes.evidence}>
      <h3 className={classes.heading} lang={languageOf(label)}>
        {defang(label)}
      </h3>
      <p className="muted">{t.evidence.resultHint}</p>
    </div>
  );
}
