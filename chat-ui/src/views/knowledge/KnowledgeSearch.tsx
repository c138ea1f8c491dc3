import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { KnowledgeHit } from '../../api/knowledge';
import { useEvidence } from '../../state/evidence';
import { useKnowledgeSearch } from '../../state/imports';
import { useWords } from '../../state/language';
import { go } from '../../state/route';
import { Failure } from '../common/Failure';
import { Icon } from '../common/Icon';
import classes from './knowledge.module.css';

const SHOWN = 320;
/** As the service has it: from here on a passage is taken to fit. */
const FITS = 0.5;

/** The question lives in the address, as that of alerts does. */
export function KnowledgeSearch({ q }: { q: string }) {
  const { t, format } = useWords();
  const { data, error, refetch, isFetching } = useKnowledgeSearch(q);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    go({ page: 'knowledge', q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
  };
  return (
    <section className={classes.card} aria-label={t.knowledge.search}>
      <form role="search" className={classes.search} onSubmit={submit}>
        <TextInput name="q" className={classes.wide ?? ''} label={t.knowledge.searchLabel} defaultValue={q} maxLength={2000} />
        <Button type="submit" loading={q !== '' && isFetching} leftSection={<Icon name="search" size={14} />}>
          {t.knowledge.submit}
        </Button>
      </form>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {q !== '' && data !== undefined && error === null && (
        <>
          <p className="muted small" role="status">
            {data.length === 0 ? t.knowledge.nothing : t.knowledge.found(format.number(data.length))}
            {data.length > 0 && !data.some(fits) && ` ${t.knowledge.nothingFits}`}
          </p>
          <ol className={classes.hits}>
            {data.map((hit) => (
              <Hit key={hit.passageId} hit={hit} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Hit({ hit }: { hit: KnowledgeHit }) {
  const { t, language, format } = useWords();
  const { open } = useEvidence();
  const why = hit.why?.text?.[language] ?? t.knowledge.byWords(hit.why?.words.join(', ') ?? '');
  return (
    <li className={classes.hit} lang={hit.language === 'zh' ? 'zh-CN' : hit.language}>
      <button type="button" className={classes.hitTitle} onClick={() => open({ kind: 'passage', id: hit.passageId })}>
        {hit.title}
        {hit.heading !== null && hit.heading !== '' && <span className="muted"> › {hit.heading}</span>}
      </button>
      <p className={classes.excerpt}>{excerpt(hit.text)}</p>
      <p className="muted small" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <span className={classes.kind}>{t.knowledge.kinds[hit.kind] ?? hit.kind}</span> <span className="mono">{hit.ref}</span> ·{' '}
        {hit.relevance !== null && `${fits(hit) ? t.knowledge.fits : t.knowledge.fitsNot} (${format.percent(hit.relevance)}) · `}
        {t.knowledge.why}: {why}
      </p>
    </li>
  );
}

function fits(hit: KnowledgeHit): boolean {
  return hit.relevance === null || hit.relevance >= FITS;
}

/** The beginning, as it reads: the marks of emphasis and code say nothing here. */
function excerpt(text: string): string {
  const plain = text.replace(/\*\*|`|^#+ /gm, '').replace(/\n{2,}/g, '\n');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}
