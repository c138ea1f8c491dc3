import { Button } from '@mantine/core';
import type { Citation } from '../../api/chat-events';
import type { ChainStep } from '../../api/cases';
import { defang } from '../../answer/defang';
import { verdictPairs, type Extra } from '../../state/conversation';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { staffAddress } from '../../state/staff-route';
import { RunbookButton } from '../case/Runbooks';
import { OutcomeMark } from '../common/badges';
import { Icon } from '../common/Icon';
import { tacticStyle } from '../common/tactic';
import { HuntCard } from '../hunt/HuntCard';
import { AnswerProposal } from '../proposal/AnswerProposal';
import { ConfirmCard } from '../verdict/ConfirmCard';
import { Verdicts } from './Opinion';
import classes from './chat.module.css';

const FIRST_STEPS = 8;

/** What an answer carries beside words: chains, dispositions, hunts, runbooks, and what a person is asked to decide. */
export function Extras({ extras, citations }: { extras: readonly Extra[]; citations: readonly Citation[] }) {
  if (extras.length === 0) return null;
  return (
    <div className={classes.extras}>
      {verdictPairs(extras).map((pair) => (
        <Verdicts key={pair.caseId} computed={pair.computed} own={pair.own} citations={citations} />
      ))}
      {extras.map((extra, index) => (
        <One key={index} extra={extra} />
      ))}
    </div>
  );
}

function One({ extra }: { extra: Extra }) {
  switch (extra.type) {
    case 'disposition':
    case 'opinion':
      return null;
    case 'chain':
      return <Chain caseId={extra.caseId} steps={extra.steps} />;
    case 'action':
      return <Action kind={extra.kind} slug={extra.ref} label={extra.label} />;
    case 'proposal':
      return <AnswerProposal told={extra} />;
    case 'confirm':
      return <ConfirmCard caseId={extra.caseId} verdict={extra.verdict} note={extra.note} />;
    case 'hunt':
      return <HuntCard hunt={extra.hunt} />;
  }
}

function Action({ kind, slug, label }: { kind: string; slug: string; label: string }) {
  if (kind === 'runbook') return <RunbookButton slug={slug} label={label} />;
  if (kind === 'report') {
    return (
      <Button component="a" href={staffAddress('report')} size="compact-sm" variant="light" leftSection={<Icon name="flag" size={14} />}>
        {label}
      </Button>
    );
  }
  return <span>{label}</span>;
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
