import { Button } from '@mantine/core';
import type { RankedQuestion } from '../../api/cases';
import { defang } from '../../answer/defang';
import { huntOf } from '../../state/hunt-form';
import { useChatStore } from '../../state/chat';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { alertsOf } from './searches';
import classes from './case.module.css';

const SHOWN = 5;
/** Below it the figures would all read the same. */
const TELLING = 0.01;

/** What would settle the case, the most telling first; each can be looked up at once, hunted for, or asked. */
export function RankedQuestions({ caseId, questions }: { caseId: string; questions: readonly RankedQuestion[] }) {
  const { t, format, pick } = useWords();
  const chats = useChatStore();
  if (questions.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="questions-title">
      <h2 id="questions-title">{t.questions.title}</h2>
      <p className="muted small">{t.questions.hint}</p>
      <ol className={classes.questions}>
        {questions.slice(0, SHOWN).map((question, n) => {
          const words = defang(pick(question.text));
          return (
            <li key={n}>
              <p className="wrap-anywhere">{words}</p>
              <p className={classes.questionLine}>
                {question.effect >= TELLING && (
                  <span className="muted small numbers">
                    {t.questions.worth(format.percent(question.effect))} · {t.questions.ifYes(format.percent(question.ifYes))} ·{' '}
                    {t.questions.ifNo(format.percent(question.ifNo))}
                  </span>
                )}
                <a href={alertsOf(question.query)}>
                  {t.questions.alerts}
                  <span className="hidden-text">{t.questions.alertsFor(words)}</span>
                </a>
                <a href={formatRoute({ page: 'hunt', query: huntOf(question.query) })}>
                  {t.questions.hunt}
                  <span className="hidden-text">{t.questions.alertsFor(words)}</span>
                </a>
                <Button size="compact-xs" variant="subtle" aria-label={`${t.questions.ask}: ${words}`} onClick={() => void chats.ask(caseId, pick(question.text))}>
                  {t.questions.ask}
                </Button>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
