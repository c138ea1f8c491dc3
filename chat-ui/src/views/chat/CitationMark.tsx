import type { CitationState } from '../../answer/parts';
import { defang } from '../../answer/defang';
import type { Citation } from '../../api/chat-events';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import classes from './chat.module.css';

/** `[1]` inside an answer: a button that opens the evidence, or a struck number where there is none. */
export function CitationMark({ n, state }: { n: number; state: CitationState }) {
  const { t } = useWords();
  const openCitation = useOpenCitation();
  switch (state.kind) {
    case 'proven': {
      const label = t.chat.cite(n, defang(state.citation.label));
      return (
        <button type="button" className={classes.mark} aria-label={label} title={label} onClick={() => openCitation(state.citation)}>
          {n}
        </button>
      );
    }
    case 'struck':
      return (
        <del className={classes.struckMark} title={t.chat.struck(n)}>
          <span className="hidden-text">{t.chat.struck(n)}</span>
          <span aria-hidden="true">{n}</span>
        </del>
      );
    case 'awaited':
      return (
        <span className={classes.awaitedMark} title={t.chat.awaited(n)}>
          {n}
        </span>
      );
  }
}

export function useOpenCitation(): (citation: Citation) => void {
  const { open } = useEvidence();
  return ({ kind, id, label }) => open(kind === 'result' ? { kind, id, label } : { kind, id });
}
