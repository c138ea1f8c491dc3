import type { Attention } from '../../api/attention';
import { defang } from '../../answer/defang';
import { languageOf } from '../../answer/language';
import { useEvidence } from '../../state/evidence';
import { useWords, type Words } from '../../state/language';
import { formatRoute } from '../../state/route';
import { Icon } from '../common/Icon';
import classes from './attention.module.css';

/** Why to look, what it says, and the way to where it stands. The text may be an attacker's: it is shown as characters. */
export function AttentionEntry({ entry, inCase = false }: { entry: Attention; inCase?: boolean }) {
  const { t, format, pick } = useWords();
  const detail = pick(entry.detail);
  return (
    <li className={classes.entry}>
      <Icon name={entry.reason === 'planted_instruction' ? 'alert' : 'bulb'} />
      <div>
        <p className={classes.head}>
          <strong>{reasonWords(entry, t)}</strong>
          {entry.at !== '' && (
            <span className="muted small numbers">
              {format.dateTime(entry.at)} {t.utc}
            </span>
          )}
        </p>
        {detail !== '' && (
          <p className="wrap-anywhere" lang={languageOf(detail)}>
            {defang(detail)}
          </p>
        )}
        <p className={classes.ways}>
          <Where entry={entry} />
          {!inCase && entry.caseId !== null && entry.subject !== 'case' && <a href={formatRoute({ page: 'case', id: entry.caseId })}>{t.attention.openCase}</a>}
        </p>
      </div>
    </li>
  );
}

function Where({ entry }: { entry: Attention }) {
  const { t } = useWords();
  const { open } = useEvidence();
  const { subject, id } = entry;
  if (id === '') return null;
  switch (subject) {
    case 'alert':
      return (
        <button type="button" className={classes.link} onClick={() => open({ kind: 'alert', id })}>
          {t.attention.openAlert}
        </button>
      );
    case 'passage':
      return (
        <button type="button" className={classes.link} onClick={() => open({ kind: 'passage', id })}>
          {t.attention.openPassage}
        </button>
      );
    case 'case':
      return <a href={formatRoute({ page: 'case', id })}>{t.attention.openCase}</a>;
    case 'report':
      return <a href={formatRoute({ page: 'reports' })}>{t.attention.openReport}</a>;
    default:
      return null;
  }
}

export function reasonWords(entry: Attention, t: Words['t']): string {
  return t.attention.reasons[entry.reason] ?? t.attention.other;
}
