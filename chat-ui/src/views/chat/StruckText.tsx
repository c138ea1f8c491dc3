import { Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import classes from './proof.module.css';

/** Words that did not hold: visibly struck, with what speaks against them on pointing, focus or touch. */
export function StruckText({ reasons, children }: { reasons: readonly string[]; children: ReactNode }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const told = reasons.length === 0 ? [t.chat.struckUnknown] : reasons;
  const why = (
    <span className={classes.reasons}>
      {told.map((reason, n) => (
        <span key={n}>{reason}</span>
      ))}
    </span>
  );
  return (
    <Tooltip label={why} opened={shown} multiline inline w={300} position="bottom-start" withinPortal>
      <span className={classes.struck} onMouseEnter={() => setShown(true)} onMouseLeave={() => setShown(false)}>
        <span className="hidden-text">{t.chat.struckWord} </span>
        <del>{children}</del>
        <button
          type="button"
          className={classes.why}
          aria-label={`${t.chat.struckWhy}: ${told.join(' ')}`}
          aria-expanded={shown}
          onFocus={() => setShown(true)}
          onBlur={() => setShown(false)}
          onClick={() => setShown(true)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setShown(false);
          }}
        >
          <Icon name="question" size={13} />
        </button>
      </span>
    </Tooltip>
  );
}
