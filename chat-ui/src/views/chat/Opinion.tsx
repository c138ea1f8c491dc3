import { defang } from '../../answer/defang';
import type { StruckClaim } from '../../answer/struck';
import type { Citation } from '../../api/chat-events';
import type { Extra } from '../../state/conversation';
import { useWords } from '../../state/language';
import { DispositionBadge } from '../common/badges';
import { Icon } from '../common/Icon';
import { AnswerText } from './AnswerText';
import classes from './proof.module.css';

/** One and the same list: a new one at each look would build the words anew, and lose the keyboard's place in them. */
const NOTHING: readonly StruckClaim[] = [];

type Computed = Extract<Extra, { type: 'disposition' }>;
type Own = Extract<Extra, { type: 'opinion' }>;

/** What was computed, and beside it, where a model said so, what the model thinks: two voices, never one. */
export function Verdicts({ computed, own, citations }: { computed: Computed | null; own: Own | null; citations: readonly Citation[] }) {
  const { t, pick } = useWords();
  return (
    <div className={classes.verdicts}>
      {computed !== null && (
        <div>
          <h4>{own === null ? t.chat.suggested : t.chat.computed}</h4>
          <DispositionBadge value={computed.verdict} confidence={computed.confidence} />
          {computed.reasons.length > 0 && (
            <ul>
              {computed.reasons.map((reason, n) => (
                <li key={n}>{defang(pick(reason))}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {own !== null && (
        <div className={classes.opinion} data-agrees={own.agrees}>
          <h4 title={t.chat.opinionHint}>{t.chat.opinion}</h4>
          <DispositionBadge value={own.verdict} />
          <p className={classes.agreement}>
            <Icon name={own.agrees ? 'check' : 'alert'} size={13} />
            {own.agrees ? t.chat.agrees : t.chat.disagrees}
          </p>
          {own.reasons.length > 0 && (
            <ul>
              {own.reasons.map((reason, n) => (
                <li key={n}>
                  <AnswerText text={reason} citations={citations} struck={NOTHING} complete />
                </li>
              ))}
            </ul>
          )}
          <p className="muted small">{t.chat.opinionHint}</p>
        </div>
      )}
    </div>
  );
}
