import { memo, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { citationState, withClearSigns } from '../../answer/parts';
import { MARK_PREFIX, remarkMarks, STRUCK_PREFIX, UNPROVEN } from '../../answer/remark-marks';
import { languageOf } from '../../answer/language';
import { reasonsFor, type StruckClaim } from '../../answer/struck';
import type { Citation } from '../../api/chat-events';
import { useWords } from '../../state/language';
import { CitationMark } from './CitationMark';
import { StruckText } from './StruckText';
import classes from './chat.module.css';
import proof from './proof.module.css';

const PLUGINS = [remarkGfm, remarkMarks];

interface Props {
  text: string;
  citations: readonly Citation[];
  struck: readonly StruckClaim[];
  complete: boolean;
}

/**
 * Markdown of a model or of the narrator, as inert text: no raw HTML, no active link, no image; see `remarkMarks`.
 * What remains of links are the citation marks, which open evidence in the drawer.
 */
export const AnswerText = memo(function AnswerText({ text, citations, struck, complete }: Props) {
  const { t } = useWords();
  const unprovenHint = t.chat.unprovenHint;
  const components = useMemo<Components>(
    () => ({
      a: ({ href, children }) => {
        if (href === UNPROVEN) {
          return (
            <em className={proof.unproven} title={unprovenHint}>
              {children}
            </em>
          );
        }
        if (href?.startsWith(STRUCK_PREFIX) === true) {
          return <CitationMark n={Number(href.slice(STRUCK_PREFIX.length))} state={{ kind: 'struck', citation: null }} />;
        }
        if (href?.startsWith(MARK_PREFIX) !== true) return <span>{children}</span>;
        const n = Number(href.slice(MARK_PREFIX.length));
        return <CitationMark n={n} state={citationState(n, citations, complete)} />;
      },
      img: ({ alt }) => <span>{alt}</span>,
      input: ({ checked }) => <span>{checked === true ? '☑' : '☐'}</span>,
      h1: 'h3',
      h2: 'h3',
      h3: 'h3',
      h5: 'h4',
      h6: 'h4',
      del: ({ node, children }) => (
        <StruckText reasons={reasonsFor(String(node?.properties['dataSaid'] ?? ''), struck)}>{children}</StruckText>
      ),
      table: ({ children }) => (
        <div className={classes.tableBox} tabIndex={0}>
          <table>{children}</table>
        </div>
      ),
    }),
    [citations, struck, complete, unprovenHint],
  );
  if (text === '') return null;
  return (
    <div className={classes.text} lang={languageOf(text)}>
      <Markdown remarkPlugins={PLUGINS} components={components}>
        {withClearSigns(text)}
      </Markdown>
    </div>
  );
});
