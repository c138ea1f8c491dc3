import type { Answer } from '../../state/conversation';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import classes from './proof.module.css';

/** Under each answer: what was checked, what did not hold, and who found the words. */
export function ProofLine({ answer }: { answer: Answer }) {
  const { t, format } = useWords();
  if (answer.tier === null) return null;
  const { proof, provider, tier } = answer;
  const model = tier === 'llm';
  return (
    <p className={classes.line} aria-label={t.chat.proof} role="group" title={model ? t.chat.modelHint : t.chat.narratorHint}>
      {proof !== null && proof.verified > 0 && (
        <span className={classes.held}>
          <Icon name="check" size={13} />
          {t.chat.checked(format.number(proof.verified))}
        </span>
      )}
      {proof !== null && proof.struck > 0 && <span className={classes.fell}>{t.chat.checkedStruck(format.number(proof.struck))}</span>}
      {proof !== null && proof.unproven > 0 && <span>{t.chat.checkedUnproven(format.number(proof.unproven))}</span>}
      <span>{model ? t.chat.by(provider === '' ? t.chat.model : provider) : t.chat.byNarrator}</span>
      {answer.tookMs !== null && <span className="numbers">{t.chat.took(format.seconds(answer.tookMs))}</span>}
    </p>
  );
}
