import { useWords } from '../../state/language';
import classes from './shell.module.css';

export function Logo() {
  const { t } = useWords();
  return (
    <span className={classes.logo}>
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" fill="#2d57c8" />
        <path d="M8 21 14 12l5 6 5-9" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
        <g fill="#fff">
          <circle cx="8" cy="21" r="2.4" />
          <circle cx="14" cy="12" r="2.4" />
          <circle cx="19" cy="18" r="2.4" />
          <circle cx="24" cy="9" r="2.4" />
        </g>
      </svg>
      {t.product}
    </span>
  );
}
