import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { useChat } from '../../state/chat';
import type { Scope } from '../../state/chat-store';
import { isStreaming } from '../../state/conversation';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import { Announcer } from './Announcer';
import { Composer } from './Composer';
import { ConversationList } from './ConversationList';
import { MessageList } from './MessageList';
import { QuickQuestions } from './QuickQuestions';
import { Suggestions } from './Suggestions';
import { TierLabel } from './TierLabel';
import { focusChat } from './focus';
import classes from './chat.module.css';

export type Audience = 'analyst' | 'staff';

/** A conversation with its question box; what it is about follows the page. */
export function ChatPanel({ scope, audience }: { scope: Scope; audience: Audience }) {
  const { t } = useWords();
  const chat = useChat(scope);
  const [draft, setDraft] = useState('');
  const [past, setPast] = useState(false);
  const streaming = isStreaming(chat.state);
  const ask = (text: string): void => {
    const question = text.trim();
    if (question === '' || streaming) return;
    setDraft('');
    setPast(false);
    chat.ask(question);
    focusChat();
  };
  const placeholder =
    audience === 'staff' ? t.chat.placeholderStaff : scope === null ? t.chat.placeholder : t.chat.placeholderCase;
  return (
    <div className={classes.panel} data-audience={audience}>
      <div className={classes.head}>
        <Title scope={scope} audience={audience} />
        <span className={classes.headEnd}>
          {audience === 'analyst' && <TierLabel />}
          <ActionIcon
            variant={past ? 'light' : 'subtle'}
            color={past ? 'blue' : 'gray'}
            aria-label={past ? t.chat.pastBack : t.chat.past}
            aria-expanded={past}
            title={past ? t.chat.pastBack : t.chat.past}
            onClick={() => setPast(!past)}
          >
            <Icon name="history" size={18} />
          </ActionIcon>
          {chat.state.messages.length > 0 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.chat.newChat}
              title={t.chat.newChat}
              onClick={() => {
                setPast(false);
                chat.startOver();
                focusChat();
              }}
            >
              <Icon name="plus" size={18} />
            </ActionIcon>
          )}
        </span>
      </div>
      {past ? (
        <ConversationList
          scope={scope}
          withCases={audience === 'analyst'}
          onOpened={() => {
            setPast(false);
            focusChat();
          }}
        />
      ) : chat.state.messages.length > 0 ? (
        <>
          {/* Headings of answers are of the third level; here the page's own is of the first. */}
          {audience === 'staff' && <h2 className="hidden-text">{t.chat.title}</h2>}
          <MessageList state={chat.state} onAgain={ask} />
        </>
      ) : (
        <Suggestions questions={suggestionsOf(scope, audience, t.chat)} onAsk={ask} />
      )}
      {audience === 'analyst' && <QuickQuestions key={scope} scope={scope} disabled={streaming} onAsk={ask} />}
      <Composer value={draft} onChange={setDraft} placeholder={placeholder} streaming={streaming} onSend={ask} onStop={chat.stop} />
      <Announcer state={chat.state} />
    </div>
  );
}

function Title({ scope, audience }: { scope: Scope; audience: Audience }) {
  const { t } = useWords();
  if (audience === 'staff') {
    return (
      <div>
        <h1>{t.chat.staffTitle}</h1>
        <p className="muted">{t.chat.staffIntro}</p>
      </div>
    );
  }
  return (
    <div>
      <h2>{t.chat.title}</h2>
      <p className="muted small">{scope === null ? t.chat.aboutAll : t.chat.aboutCase}</p>
    </div>
  );
}

function suggestionsOf(
  scope: Scope,
  audience: Audience,
  words: { caseQuestions: readonly string[]; allQuestions: readonly string[]; staffQuestions: readonly string[] },
): readonly string[] {
  if (audience === 'staff') return words.staffQuestions;
  return scope === null ? words.allQuestions : words.caseQuestions;
}
