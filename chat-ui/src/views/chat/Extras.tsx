import type { ChainStep } from '../../api/cases';
import { defang } from '../../answer/defang';
import type { Extra } from '../../state/conversation';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { RunbookButton } from '../case/Runbooks';
import { DispositionBadge, OutcomeMark } from '../common/badges';
import { tacticStyle } from '../common/tactic';
import classes from './chat.module.css';

const FIRST_STEPS = 8;

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
  const { t, pick } = useWords();
  switch (extra.type) {
    case 'chain':
      return <Chain caseId={extra.caseId} steps={extra.steps} />;
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

/** The first steps; a long chain is read on the case's own page. */
function Chain({ caseId, steps }: { caseId: string; steps: readonly ChainStep[] }) {
  const { t, format, pick } = useWords();
  return (
    <div className={classes.chain}>
      <ol aria-label={t.case.chain}>
        {steps.slice(0, FIRST_STEPS).map((step) => (
          <li key={step.n} style={tacticStyle(step.tactic)}>
            <span className="numbers muted">{format.time(step.firstSeen)}</span>
            <span>{defang(pick(step.title))}</span>
            <OutcomeMark value={step.outcome} />
          </li>
        ))}
      </ol>
      {steps.length > FIRST_STEPS && (
        <a href={formatRoute({ page: 'case', id: caseId })}>{t.case.allSteps(format.number(steps.length))}</a>
      )}
    </div>
  );
}
