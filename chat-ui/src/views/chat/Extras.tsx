import { defang } from '../../answer/defang';
import type { Extra } from '../../state/conversation';
import { useWords } from '../../state/language';
import { RunbookButton } from '../case/Runbooks';
import { DispositionBadge, OutcomeMark } from '../common/badges';
import { tacticStyle } from '../common/tactic';
import classes from './chat.module.css';

/** What an answer carries beside words: a chain, a disposition, runbooks. All of it computed, none written by a model. */
export function Extras({ extras }: { extras: readonly Extra[] }) {
  if (extras.length === 0) return null;
  return (
    <div className={classes.extras}>
      {extras.map((extra, index) => (
        <One key={index} extra={extra} />
      ))}
    </div>
  );
}

function One({ extra }: { extra: Extra }) {
  const { t, format, pick } = useWords();
  switch (extra.type) {
    case 'chain':
      return (
        <ol className={classes.chain} aria-label={t.case.chain}>
          {extra.steps.map((step) => (
            <li key={step.n} style={tacticStyle(step.tactic)}>
              <span className="numbers muted">{format.time(step.firstSeen)}</span>
              <span>{defang(pick(step.title))}</span>
              <OutcomeMark value={step.outcome} />
            </li>
          ))}
        </ol>
      );
    case 'disposition':
      return (
        <div className={classes.verdict}>
          <span className="muted small">{t.chat.suggested}</span>
          <DispositionBadge value={extra.verdict} confidence={extra.confidence} />
          {extra.reasons.length > 0 && (
            <ul>
              {extra.reasons.map((reason, index) => (
                <li key={index}>{defang(pick(reason))}</li>
              ))}
            </ul>
          )}
        </div>
      );
    case 'action':
      return extra.kind === 'runbook' ? <RunbookButton slug={extra.ref} label={extra.label} /> : <span>{extra.label}</span>;
  }
}
