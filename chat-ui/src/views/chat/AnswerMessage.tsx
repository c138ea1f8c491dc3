import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import { citedIn, withoutHalfMark } from '../../answer/parts';
import type { Answer } from '../../state/conversation';
import { useWords } from '../../state/language';
import type { Catalogue } from '../../text/catalogue';
import { Icon } from '../common/Icon';
import { AnswerText } from './AnswerText';
import { Extras } from './Extras';
import { Sources } from './Sources';
import { Tools } from './Tools';
import classes from './chat.module.css';

export function AnswerMessage({ answer, status, onAgain }: { answer: Answer; status: string; onAgain: () => void }) {
  const { t, format } = useWords();
  const streaming = answer.end === 'streaming';
  const text = useDeferredValue(streaming ? withoutHalfMark(answer.text) : answer.text);
  return (
    <div className={classes.answer} aria-busy={streaming}>
      <span className="hidden-text">{t.chat.copilot}</span>
      {answer.tools.length > 0 && <Tools tools={answer.tools} />}
      <AnswerText text={text} citations={answer.citations} struck={answer.struck.marks} complete={!streaming} />
      {streaming && (
        <p className={classes.status}>
          <span className={classes.pulse} aria-hidden="true" />
          {status === '' && answer.text === '' ? t.chat.working : status}
        </p>
      )}
      <Extras extras={answer.extras} />
      {!streaming && <Sources citations={citedIn(answer.text, answer.citations)} struck={answer.struck.marks} />}
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
      {answer.tier !== null && (
        <p className={classes.foot} title={answer.tier === 'llm' ? t.chat.modelHint : t.chat.narratorHint}>
          {answer.tier === 'llm' ? t.chat.model : t.chat.narrator}
          {answer.struck.count > 0 && ` · ${t.chat.struckCount(answer.struck.count)}`}
          {answer.tookMs !== null && ` · ${t.chat.took(format.seconds(answer.tookMs))}`}
        </p>
      )}
    </div>
  );
}

function errorText(end: { title: string; detail: string }, t: Catalogue): string {
  if (end.title === 'cut') return t.chat.cut;
  if (end.title === 'unreachable') return t.unreachable;
  return [t.chat.error, end.title, end.detail].filter((part) => part !== '').join(' ');
}
