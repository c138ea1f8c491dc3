import type { MissBudget } from '../../api/learning';
import { useWords } from '../../state/language';

/** The miss budget in a sentence: what may be closed, or how much that still lacks. */
export function BudgetWords({ name, budget }: { name: string; budget: MissBudget }) {
  const { t, format } = useWords();
  const share = format.percent(budget.mostMissed);
  const sure = format.percent(budget.confidence);
  return (
    <p>
      <strong>{name}</strong>{' '}
      {budget.state === 'may_close' && budget.threshold !== null
        ? t.learning.mayClose(format.percent(budget.threshold), share, sure, format.number(budget.proven ?? 0), format.number(budget.missed))
        : t.learning.mayNotClose(format.number(budget.labels), format.number(budget.more), share, sure)}
    </p>
  );
}
