import { useEffect } from 'react';

export const CHAT_INPUT = 'chat-input';

/** Puts the keyboard into the question box, once it is in the page. */
export function focusChat(): void {
  requestAnimationFrame(() => document.getElementById(CHAT_INPUT)?.focus());
}

/** `/` goes to the question box, unless the user is writing somewhere or a dialog is open. */
export function useSlashKey(go: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      go();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
