import { ActionIcon, Textarea } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import { CHAT_INPUT } from './focus';
import classes from './chat.module.css';

interface Props {
  value: string;
  placeholder: string;
  streaming: boolean;
  onChange: (text: string) => void;
  onSend: (text: string) => void;
  onStop: () => void;
}

export function Composer({ value, placeholder, streaming, onChange, onSend, onStop }: Props) {
  const { t } = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes Chinese, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend(value);
  };
  return (
    <form className={classes.composer} onSubmit={submit}>
      <Textarea
        id={CHAT_INPUT}
        className={classes.input ?? ''}
        aria-label={t.chat.input}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        title={t.chat.shortcut}
      />
      {streaming ? (
        <ActionIcon size={36} variant="default" aria-label={t.chat.stop} title={t.chat.stop} onClick={onStop}>
          <Icon name="stop" size={18} />
        </ActionIcon>
      ) : (
        <ActionIcon size={36} type="submit" variant="filled" aria-label={t.chat.send} title={t.chat.send} disabled={value.trim() === ''}>
          <Icon name="send" size={18} />
        </ActionIcon>
      )}
    </form>
  );
}
