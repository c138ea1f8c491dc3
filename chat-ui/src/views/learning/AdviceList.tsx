import { Button } from '@mantine/core';
import type { Advice } from '../../api/learning';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { useAcceptAdvice } from '../../state/learning';
import { Failure } from '../common/Failure';
import classes from './learning.module.css';

export function AdviceList({ items, lead }: { items: readonly Advice[]; lead: boolean }) {
  const { t } = useWords();
  const accept = useAcceptAdvice();
  if (items.length === 0) return <p className="muted">{t.learning.noAdvice}</p>;
  return (
    <>
      <ul className={classes.list} aria-label={t.learning.advice}>
        {items.map((advice) => (
          <li key={advice.id}>
            <AdviceWords advice={advice} />
            {lead && (
              <div className={classes.line}>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={accept.isPending && accept.variables === advice.id}
                  aria-label={t.learning.acceptOne(defang(advice.rule))}
                  onClick={() => accept.mutate(advice.id)}
                >
                  {t.learning.accept}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {accept.error !== null && <Failure failure={accept.error} />}
      <div role="status">{accept.data !== undefined && <p className="muted">{t.learning.accepted}</p>}</div>
    </>
  );
}

/** The proposal with its back-test. */
export function AdviceWords({ advice }: { advice: Advice }) {
  const { t, format } = useWords();
  const where = advice.entity === null ? t.verdict.everywhere : defang(advice.entity);
  return (
    <>
      <strong className="wrap-anywhere">{defang(advice.title)}</strong>
      <span className="wrap-anywhere">
        {t.learning.removes(defang(advice.rule), where, format.number(advice.removes), format.number(advice.days))}
      </span>
      <span className="muted">
        {t.learning.tested(
          format.number(advice.judgedHarmless),
          format.number(advice.judgedAttacks + advice.computedAttacks),
          format.number(advice.verdicts),
          format.percent(advice.bound),
          format.percent(advice.confidence),
        )}
      </span>
    </>
  );
}
