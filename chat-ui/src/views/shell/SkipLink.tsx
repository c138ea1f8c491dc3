import type { MouseEvent } from 'react';
import { useWords } from '../../state/language';
import classes from './shell.module.css';

/** First stop of the Tab key. The address's hash is the router's, so the jump is made by focus. */
export function SkipLink() {
  const { t } = useWords();
  const jump = (event: MouseEvent): void => {
    event.preventDefault();
    document.getElementById('main')?.focus();
  };
  return (
    <a href="#main" className={classes.skip} onClick={jump}>
      {t.skipToContent}
    </a>
  );
}
