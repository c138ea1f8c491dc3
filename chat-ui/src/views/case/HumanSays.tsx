import type { HumanOnCase } from '../../api/cases';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { DispositionBadge } from '../common/badges';
import classes from '../verdict/verdict.module.css';

/** A person's verdict on the case, beside the computed one; and in what the case goes beyond it. */
export function HumanSays({ human }: { human: HumanOnCase }) {
  const { t, format, pick } = useWords();
  if (human.state === 'holds') {
    return (
      <p className={classes.line}>
        <strong>{t.verdict.human}</strong>
        <DispositionBadge value={human.verdict} />
        <span className="muted numbers">{t.verdict.by(human.by, format.dateTime(human.at))}</span>
        {human.reason !== '' && <span className="muted wrap-anywhere">{defang(human.reason)}</span>}
      </p>
    );
  }
  return (
    <div className={classes.reopened}>
      <strong>{t.verdict.reopened(t.dispositions[human.verdict], human.by)}</strong>
      <ul>
        {human.reasons.map((reason, index) => (
          <li key={index} className="wrap-anywhere">
            {defang(pick(reason))}
          </li>
        ))}
      </ul>
    </div>
  );
}
