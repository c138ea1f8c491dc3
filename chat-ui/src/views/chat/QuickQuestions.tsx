import { Button, NativeSelect, Popover } from '@mantine/core';
import { useState } from 'react';
import { defang } from '../../answer/defang';
import type { Scope } from '../../state/chat-store';
import { useCases } from '../../state/queries';
import { useWords } from '../../state/language';
import classes from './chat.module.css';

/** Questions that fit at any time: the shift's handover, and two cases side by side. */
export function QuickQuestions({ scope, disabled, onAsk }: { scope: Scope; disabled: boolean; onAsk: (text: string) => void }) {
  const { t } = useWords();
  const [comparing, setComparing] = useState(false);
  return (
    <div className={classes.quick} role="group" aria-label={t.chat.quick}>
      <Button size="compact-xs" variant="default" disabled={disabled} onClick={() => onAsk(t.chat.handoverQuestion)}>
        {t.chat.handover}
      </Button>
      <Popover opened={comparing} onChange={setComparing} position="top-start" width={320} trapFocus withinPortal returnFocus>
        <Popover.Target>
          <Button size="compact-xs" variant="default" disabled={disabled} aria-haspopup="dialog" onClick={() => setComparing(!comparing)}>
            {scope === null ? t.chat.compare : t.chat.compareWith}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={scope === null ? t.chat.compare : t.chat.compareWith}>
          {comparing && (
            <Compare
              scope={scope}
              onAsk={(text) => {
                setComparing(false);
                onAsk(text);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Compare({ scope, onAsk }: { scope: Scope; onAsk: (text: string) => void }) {
  const { t, pick } = useWords();
  const { data } = useCases('all', false);
  const [first, setFirst] = useState(scope ?? '');
  const [second, setSecond] = useState('');
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const options = (except: string) => [
    { value: '', label: t.chat.compareChoose },
    ...rows.filter((row) => row.id !== except).map((row) => ({ value: row.id, label: defang(pick(row.title)) })),
  ];
  return (
    <form
      className={classes.compare}
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== '' && second !== '') onAsk(t.chat.compareQuestion(first, second));
      }}
    >
      {scope === null && (
        <NativeSelect size="xs" label={t.chat.compareFirst} value={first} onChange={(event) => setFirst(event.currentTarget.value)} data={options(second)} />
      )}
      <NativeSelect size="xs" label={t.chat.compareSecond} value={second} onChange={(event) => setSecond(event.currentTarget.value)} data={options(first)} />
      <Button size="xs" type="submit" disabled={first === '' || second === ''}>
        {t.chat.compareAsk}
      </Button>
    </form>
  );
}
