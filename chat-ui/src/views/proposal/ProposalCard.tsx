import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Proposal } from '../../api/proposals';
import { shownEntityKey } from '../../answer/defang';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { useDecide } from '../../state/proposals';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import classes from './proposal.module.css';

/** One proposed action. A person approves or rejects it; the service carries nothing out, and says so. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t, format } = useWords();
  const decide = useDecide(proposal.caseId);
  const [note, setNote] = useState('');
  const now = decide.data ?? proposal;
  const open = now.status === 'open';
  const action = t.proposal.actions[now.action] ?? now.action.replaceAll('_', ' ');
  const target = shownEntityKey(now.target);
  return (
    <div role="group" className={classes.card} data-status={now.status} aria-label={t.proposal.label(action, target)}>
      <p className={classes.head}>
        <Icon name={open ? 'question' : now.status === 'approved' ? 'check' : 'minus'} />
        <strong className="wrap-anywhere">{action}</strong>
        <span className="mono wrap-anywhere">{target}</span>
        <span className={classes.status} role="status">
          {t.proposal.states[now.status] ?? now.status}
        </span>
      </p>
      {now.why !== '' && (
        <p className="wrap-anywhere">
          <span className="muted">{t.proposal.why}</span> {defang(now.why)}
        </p>
      )}
      {!open && now.decidedBy != null && (
        <p className="muted small wrap-anywhere">
          {t.proposal.decided(now.decidedBy, format.dateTime(now.decidedAt ?? ''))}
          {now.note != null && now.note !== '' && ` · ${defang(now.note)}`}
        </p>
      )}
      {open && (
        <div className={classes.decide}>
          <TextInput size="xs" aria-label={t.proposal.note} placeholder={t.proposal.note} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button size="xs" loading={decide.isPending && decide.variables.decision === 'approved'} onClick={() => decide.mutate({ id: now.id, decision: 'approved', note: note.trim() })}>
            {t.proposal.approve}
          </Button>
          <Button size="xs" variant="default" loading={decide.isPending && decide.variables.decision === 'rejected'} onClick={() => decide.mutate({ id: now.id, decision: 'rejected', note: note.trim() })}>
            {t.proposal.reject}
          </Button>
        </div>
      )}
      <p className="muted small">{t.proposal.nothingDone}</p>
      {decide.error !== null && <Failure failure={decide.error} />}
    </div>
  );
}
