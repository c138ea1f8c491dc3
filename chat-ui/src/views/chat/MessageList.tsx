import { useEffect, useRef } from 'react';
import { languageOf } from '../../answer/language';
import type { ConversationState } from '../../state/conversation';
import { useWords } from '../../state/language';
import { AnswerMessage } from './AnswerMessage';
import classes from './chat.module.css';

/** How near the end the reader must be for the list to follow a streaming answer. */
const FOLLOW_PX = 80;

export function MessageList({ state, onAgain }: { state: ConversationState; onAgain: (text: string) => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const count = state.messages.length;
  useEffect(() => {
    following.current = true;
  }, [count]);
  useEffect(() => {
    const element = box.current;
    if (element !== null && following.current) element.scrollTop = element.scrollHeight;
  }, [state]);
  const onScroll = (): void => {
    const element = box.current;
    if (element === null) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < FOLLOW_PX;
  };
  return (
    <div ref={box} className={classes.messages} onScroll={onScroll} tabIndex={0} role="group" aria-label={t.chat.title}>
      {state.messages.map((message, index) => {
        if (message.role === 'user') {
          return (
            <div key={index} className={classes.question}>
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
