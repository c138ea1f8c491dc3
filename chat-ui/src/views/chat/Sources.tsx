import { defang } from '../../answer/defang';
import type { Citation } from '../../api/chat-events';
import { useWords } from '../../state/language';
import { useOpenCitation } from './CitationMark';
import classes from './chat.module.css';

/** The evidence of one answer, listed; the struck ones are shown too, so that nobody wonders where a number went. */
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const { t } = useWords();
  const openCitation = useOpenCitation();
  if (citations.length === 0) return null;
  return (
    <details className={classes.sources}>
      <summary>
        {t.chat.sources} ({citations.length})
      </summary>
      <ol>
        {citations.map((citation) => {
          const gone = !citation.verified;
          return (
            <li key={citation.n} value={citation.n}>
              {gone ? (
                <span>
                  <del>{defang(citation.label)}</del> <span className="muted">({t.chat.struckShort})</span>
                </span>
              ) : (
                <button type="button" onClick={() => openCitation(citation)}>
                  {defang(citation.label)}
                </button>
              )}
              {!gone && citation.kind === 'result' && (
                <span className="muted"> ({t.chat.result})</span>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
