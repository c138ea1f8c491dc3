import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Gap, GapAnswer } from '../../api/gaps';
import { defang } from '../../answer/defang';
import { languageOf } from '../../answer/language';
import { useAnswerGap, useDismissGap, useGaps } from '../../state/desk';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { KnowledgeNav } from '../knowledge/KnowledgeNav';
import classes from './desk.module.css';

/** What staff asked in vain. An answer given here becomes a document for them. */
export function GapsPage() {
  const { t } = useWords();
  const { data, error, refetch } = useGaps();
  const [published, setPublished] = useState(false);
  return (
    <div className={classes.page}>
      <KnowledgeNav current="gaps" />
      <h1>{t.gaps.title}</h1>
      <p className="muted">{t.gaps.intro}</p>
      <p role="status" className={classes.published}>
        {published && t.gaps.published}
      </p>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <p className="muted">{t.loading}</p>}
      {data?.length === 0 && <p className="muted">{t.gaps.empty}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.list} aria-label={t.gaps.title}>
          {data.map((gap) => (
            <One key={gap.id} gap={gap} onPublished={() => setPublished(true)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function One({ gap, onPublished }: { gap: Gap; onPublished: () => void }) {
  const { t, format } = useWords();
  const dismiss = useDismissGap();
  const [answering, setAnswering] = useState(false);
  const question = defang(gap.question);
  const open = gap.status === 'open' || gap.status === '';
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong className="wrap-anywhere" lang={languageOf(gap.question)}>
          {question}
        </strong>
        {!open && <span className={classes.status}>{t.gaps.states[gap.status] ?? gap.status}</span>}
      </div>
      <p className="muted small numbers">{t.gaps.asked(format.number(gap.times), `${format.dateTime(gap.lastAsked)} ${t.utc}`)}</p>
      {open && !answering && (
        <div className={classes.line}>
          <Button size="compact-sm" aria-label={t.gaps.answerOf(question)} onClick={() => setAnswering(true)}>
            {t.gaps.answer}
          </Button>
          <Button size="compact-sm" variant="default" aria-label={t.gaps.dismissOf(question)} loading={dismiss.isPending} onClick={() => dismiss.mutate(gap.id)}>
            {t.gaps.dismiss}
          </Button>
        </div>
      )}
      {answering && <AnswerForm gap={gap} onClose={() => setAnswering(false)} onPublished={onPublished} />}
      {dismiss.error !== null && <Failure failure={dismiss.error} />}
    </li>
  );
}

function AnswerForm({ gap, onClose, onPublished }: { gap: Gap; onClose: () => void; onPublished: () => void }) {
  const { t } = useWords();
  const publish = useAnswerGap();
  const [answer, setAnswer] = useState<GapAnswer>({ title: gap.question.slice(0, 200), text: '', language: gap.language === 'zh' ? 'zh' : 'en' });
  const ready = answer.title.trim() !== '' && answer.text.trim() !== '';
  return (
    <form
      className={classes.change}
      aria-label={t.gaps.answerOf(defang(gap.question))}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const given = { ...answer, title: answer.title.trim(), text: answer.text.trim() };
        publish.mutate(
          { id: gap.id, answer: given },
          {
            onSuccess: () => {
              onPublished();
              onClose();
            },
          },
        );
      }}
    >
      <TextInput size="xs" label={t.gaps.docTitle} value={answer.title} maxLength={200} onChange={(event) => setAnswer({ ...answer, title: event.currentTarget.value })} />
      <Textarea
        size="xs"
        label={t.gaps.text}
        description={t.gaps.textHint}
        value={answer.text}
        maxLength={20_000}
        autosize
        minRows={5}
        maxRows={18}
        onChange={(event) => setAnswer({ ...answer, text: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t.gaps.language}
        value={answer.language}
        onChange={(event) => setAnswer({ ...answer, language: event.currentTarget.value === 'zh' ? 'zh' : 'en' })}
        data={['en', 'zh'].map((value) => ({ value, label: t.gaps.languages[value] ?? value }))}
      />
      <div className={classes.line}>
        <Button size="xs" type="submit" disabled={!ready} loading={publish.isPending}>
          {t.gaps.publish}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.gaps.cancel}
        </Button>
      </div>
      {publish.error !== null && <Failure failure={publish.error} />}
    </form>
  );
}
