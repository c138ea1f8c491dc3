import { useEffect, useRef } from 'react';
import { languageOf } from '../../answer/language';
import type { ConversationState } from '../../state/conversation';
import { useWords } from '../../state/language';
import { AnswerMessage } from './AnswerMessage';
import classes from './chat.module.css';

/** Room above the question when it is brought to the top. */
const ABOVE_PX = 8;

export function MessageList({ state, onAgain }: { state: ConversationState; onAgain: (text: string) => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const count = state.messages.length;
  useEffect(() => {
    following.current = true;
  }, [count]);
  // A growing answer pushes its question up to the top and no further: it is read from its beginning.
  useEffect(() => {
    const element = box.current;
    if (element === null || !following.current) return;
    const question = element.querySelector<HTMLElement>('[data-last-question]');
    const top = question === null ? 0 : question.offsetTop - element.offsetTop - ABOVE_PX;
    element.scrollTop = Math.min(element.scrollHeight - element.clientHeight, top);
  }, [state]);
  const letGo = (): void => {
    following.current = false;
  };
  return (
    <div ref={box} className={classes.messages} onWheel={letGo} onTouchMove={letGo} onKeyDown={letGo} tabIndex={0} role="group" aria-label={t.chat.title}>
      {state.messages.map((message, index) => {
        if (message.role === 'user') {
          return (
            <div key={index} className={classes.question} data-last-question={index === count - 2 || undefined}>
              <span className="hidden-text">{t.chat.you}</span>
              <p lang={languageOf(message.text)}>{message.text}</p>
            </div>
          );
        }
        const question = state.messages[index - 1];
        return (
          <AnswerMessage
            key={index}
            answer={message}
            status={index === count - 1 ? state.status : ''}
            onAgain={() => question?.role === 'user' && onAgain(question.text)}
          />
        );
      })}
    </div>
  );
}
