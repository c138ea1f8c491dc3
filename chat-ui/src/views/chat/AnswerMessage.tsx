import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import { citedIn, withoutClosing, withoutHalfMark } from '../../answer/parts';
import type { Answer } from '../../state/conversation';
import { useWords } from '../../state/language';
import type { Catalogue } from '../../text/catalogue';
import { Icon } from '../common/Icon';
import { AnswerText } from './AnswerText';
import { Extras } from './Extras';
import { Findings } from './Findings';
import { ProofLine } from './ProofLine';
import { Sources } from './Sources';
import { Tools } from './Tools';
import classes from './chat.module.css';
import proof from './proof.module.css';

export function AnswerMessage({ answer, status, onAgain }: { answer: Answer; status: string; onAgain: () => void }) {
  const { t } = useWords();
  const streaming = answer.end === 'streaming';
  const words = withoutClosing(answer.text, answer.sure);
  const text = useDeferredValue(streaming ? withoutHalfMark(words) : words);
  return (
    <div className={classes.answer} data-answer aria-busy={streaming}>
      <span className="hidden-text">{t.chat.copilot}</span>
      <Findings findings={answer.findings} />
      {answer.tools.length > 0 && <Tools tools={answer.tools} />}
      <AnswerText text={text} citations={answer.citations} struck={answer.struck} complete={!streaming} />
      {streaming && (
        <p className={classes.status}>
          <span className={classes.pulse} aria-hidden="true" />
          {status === '' && answer.text === '' ? t.chat.working : status}
        </p>
      )}
      {answer.sure !== '' && !streaming && (
        <p className={proof.sure}>
          <Icon name="target" size={14} />
          {answer.sure}
        </p>
      )}
      <Extras extras={answer.extras} citations={answer.citations} />
      {!streaming && <Sources citations={citedIn(answer.text, answer.citations)} />}
      {answer.end === 'stopped' && <p className="muted small">{t.chat.stopped}</p>}
      {typeof answer.end === 'object' && (
        <div className={classes.error} role="alert">
          <Icon name="alert" />
          <span className="wrap-anywhere">{errorText(answer.end, t)}</span>
          {answer.end.retryable && (
            <Button size="compact-xs" variant="default" onClick={onAgain}>
              {t.chat.again}
            </Button>
          )}
        </div>
      )}
      <ProofLine answer={answer} />
    </div>
  );
}

function errorText(end: { title: string; detail: string }, t: Catalogue): string {
  if (end.title === 'cut') return t.chat.cut;
  if (end.title === 'unreachable') return t.unreachable;
  return [t.chat.error, end.title, end.detail].filter((part) => part !== '').join(' ');
}
