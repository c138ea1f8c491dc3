import { defang } from '../../answer/defang';
import { languageOf } from '../../answer/language';
import type { Finding } from '../../state/conversation';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import classes from './proof.module.css';

const SHOWN = 3;

/** A warning above the answer: something in the evidence speaks to the reader as if it could command. Shown, never obeyed. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  return (
    <div role="group" className={classes.findings} aria-label={t.chat.findings}>
      <p className={classes.findingsHead}>
        <Icon name="alert" />
        <strong>{t.chat.findings}</strong>
      </p>
      <ul>
        {findings.slice(0, SHOWN).map((finding, n) => (
          <One key={n} finding={finding} />
        ))}
      </ul>
      {findings.length > SHOWN && <p className="small">{t.chat.findingsMore(findings.length - SHOWN)}</p>}
      <p className="small">{t.chat.findingsHint}</p>
    </div>
  );
}

function One({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const { open } = useEvidence();
  const { subject, id } = finding;
  const place = subject === 'alert' || subject === 'passage' || subject === 'case' ? subject : null;
  return (
    <li>
      <span className="small">
        {t.chat.findingIn[subject] ?? subject}
        {t.chat.findingKinds[finding.kind] !== undefined && `: ${t.chat.findingKinds[finding.kind]}`}
      </span>
      <q lang={languageOf(finding.excerpt)} className="mono wrap-anywhere">
        {defang(finding.excerpt)}
      </q>
      {place !== null && id !== '' && (
        <button type="button" className={classes.link} onClick={() => open({ kind: place, id })}>
          {t.chat.findingOpen}
        </button>
      )}
    </li>
  );
}
