import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChainLink, ChainStep } from '../../api/cases';
import { defang, shownEntityKey } from '../../answer/defang';
import { useWords } from '../../state/language';
import { OutcomeMark } from '../common/badges';
import { tacticStyle } from '../common/tactic';
import classes from './chain.module.css';

/** So many steps are read at a glance; the rest is one press away. */
const FIRST_STEPS = 10;

interface Props {
  steps: readonly ChainStep[];
  links: readonly ChainLink[];
  selected: number | null;
  onShowAlerts: (step: ChainStep) => void;
}

/** The chain as a list: everything that the graph shows, and the reasons of its links in full. */
export function ChainTimeline({ steps, links, selected, onShowAlerts }: Props) {
  const { t, format } = useWords();
  const [whole, setWhole] = useState(false);
  // A step chosen in the graph is shown, however far down it is.
  const all = whole || steps.length <= FIRST_STEPS || steps.findIndex((step) => step.n === selected) >= FIRST_STEPS;
  useEffect(() => {
    if (selected !== null) document.getElementById(`step-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <ol className={classes.timeline} aria-label={t.case.timeline}>
        {(all ? steps : steps.slice(0, FIRST_STEPS)).map((step) => (
          <Step
            key={step.n}
            step={step}
            links={links.filter((link) => link.to === step.n)}
            selected={step.n === selected}
            onShowAlerts={onShowAlerts}
          />
        ))}
      </ol>
      {!all && (
        <Button size="compact-sm" variant="default" className={classes.all ?? ''} onClick={() => setWhole(true)}>
          {t.case.allSteps(format.number(steps.length))}
        </Button>
      )}
    </>
  );
}

interface StepProps {
  step: ChainStep;
  links: readonly ChainLink[];
  selected: boolean;
  onShowAlerts: (step: ChainStep) => void;
}

function Step({ step, links, selected, onShowAlerts }: StepProps) {
  const { t, format, pick } = useWords();
  return (
    <li id={`step-${step.n}`} className={classes.step} style={tacticStyle(step.tactic)} data-selected={selected || undefined}>
      <span className={classes.bullet} aria-hidden="true">
        {step.n}
      </span>
      <div className={classes.stepBody}>
        <div className={classes.stepHead}>
          <h3>{defang(pick(step.title))}</h3>
          <OutcomeMark value={step.outcome} />
        </div>
        <div className={classes.stepFacts}>
          <span className={classes.tactic}>{pick(step.tacticName)}</span>
          {step.technique !== null && step.technique !== '' && (
            <span>
              <span className="mono">{step.technique}</span> {pick(step.techniqueName)}
            </span>
          )}
          <span className="numbers">{format.span(step.firstSeen, step.lastSeen)}</span>
          <span>{step.entities.slice(0, 4).map(shownEntityKey).join(', ')}</span>
        </div>
        {step.basis != null && pick(step.basis) !== '' && (
          <p className={classes.reason}>
            <span className="muted">{t.case.basis}</span> {defang(pick(step.basis))}
          </p>
        )}
        {links.map((link) => (
          <p key={link.from} className={classes.reason}>
            <span className="muted">{t.case.follows(link.from)}</span>{' '}
            {link.kind != null && (
              <span className={classes.linkKind} data-weak={link.kind === 'time' || undefined}>
                {t.case.linkKinds[link.kind]}
              </span>
            )}{' '}
            {defang(pick(link.reason))}
          </p>
        ))}
      </div>
      <Button size="compact-xs" variant="default" onClick={() => onShowAlerts(step)}>
        {t.case.alertsOfStep(format.number(step.alertCount))}
        <span className="hidden-text">{t.case.ofStep(step.n)}</span>
      </Button>
    </li>
  );
}
