import { useEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../api/conversations';
import { defang } from '../../answer/defang';
import { languageOf } from '../../answer/language';
import { useChatStore } from '../../state/chat';
import type { Scope } from '../../state/chat-store';
import { useConversations } from '../../state/conversations';
import { useWords } from '../../state/language';
import { go } from '../../state/route';
import { Failure } from '../common/Failure';
import classes from './chat.module.css';

interface Props {
  scope: Scope;
  /** Whether a conversation about a case can lead to its page. */
  withCases: boolean;
  onOpened: () => void;
}

/** What was asked before, the latest first. A conversation opens where it was held: beside its case, or beside all alerts. */
export function ConversationList({ scope, withCases, onOpened }: Props) {
  const { t, format } = useWords();
  const store = useChatStore();
  const { data, error, refetch } = useConversations();
  const [failed, setFailed] = useState<Error | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const ready = data !== undefined;
  useEffect(() => {
    if (ready) list.current?.querySelector('button')?.focus();
  }, [ready]);
  const open = (one: ConversationSummary): void => {
    const place = withCases ? one.caseId : null;
    store.open(place, one.id).then(
      () => {
        if (place !== scope) go(place === null ? { page: 'cases', filter: 'shown' } : { page: 'case', id: place });
        onOpened();
      },
      (failure: unknown) => setFailed(failure instanceof Error ? failure : new Error(String(failure))),
    );
  };
  return (
    <div className={classes.past}>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {failed !== null && <Failure failure={failed} />}
      {data === undefined && error === null && <p className="muted">{t.loading}</p>}
      {data?.length === 0 && <p className="muted">{t.chat.pastEmpty}</p>}
      {data !== undefined && data.length > 0 && (
        <ul ref={list} aria-label={t.chat.past}>
          {data.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === store.current(scope) ? 'true' : undefined} onClick={() => open(one)}>
                <span className={classes.pastTitle} lang={languageOf(one.title)}>
                  {one.title === '' ? t.chat.untitled : defang(one.title)}
                </span>
                <span className="muted small numbers">
                  {format.dateTime(one.at)} {t.utc}
                  {one.caseId !== null && ` · ${t.chat.pastAboutCase}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
