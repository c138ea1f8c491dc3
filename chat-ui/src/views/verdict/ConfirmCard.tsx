import { useState } from 'react';
import type { Disposition } from '../../api/vocabulary';
import { useUndoVerdict } from '../../state/verdicts';
import { useWords } from '../../state/language';
import { VerdictForm } from './VerdictForm';
import classes from './verdict.module.css';

/** A verdict that a question asked for: the form is filled in, and only the person in front of it records it. */
export function ConfirmCard({ caseId, verdict, note }: { caseId: string; verdict: Disposition; note: string }) {
  const { t } = useWords();
  const undo = useUndoVerdict();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <div role="group" className={classes.confirm} aria-label={t.confirm.title}>
      <h4>{t.confirm.title}</h4>
      <p className="muted small">{t.confirm.hint}</p>
      <VerdictForm
        kind="case"
        id={caseId}
        entities={[]}
        first={{ verdict, reason: note }}
        cancel={{ label: t.confirm.dismiss, onCancel: () => setDismissed(true) }}
        onUndo={(id) => undo.mutate(id)}
      />
    </div>
  );
}
