import { useEffect, useState } from 'react';
import { spokenSentences } from '../../answer/speech';
import type { ConversationState } from '../../state/conversation';
import { useWords } from '../../state/language';

/**
 * Reads a streaming answer to screen readers by whole sentences: the visible text changes with every token, which as a
 * live region would be noise. The end is told too.
 */
export function Announcer({ state }: { state: ConversationState }) {
  const { t } = useWords();
  const last = state.messages.at(-1);
  const answer = last?.role === 'assistant' ? last : null;
  const streaming = answer?.end === 'streaming';
  // Old answers stay silent when a page opens; only what streams here is read.
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    if (streaming) setHeard(true);
  }, [streaming]);
  const sentences = answer !== null && heard ? spokenSentences(answer.text, !streaming, t.chat.struckWord) : [];
  return (
    <div className="hidden-text" aria-live="polite" aria-atomic="false" data-testid="announcer">
      {streaming && state.status !== '' && <p>{state.status}</p>}
      {sentences.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
      {heard && answer?.end === 'done' && <p>{t.chat.answerReady}</p>}
    </div>
  );
}
