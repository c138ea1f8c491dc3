import { useOverview } from '../../state/queries';
import { useWords } from '../../state/language';
import classes from './chat.module.css';

/** Who will answer: the configured model, or the offline narrator. */
export function TierLabel() {
  const { t } = useWords();
  const { data } = useOverview();
  if (data === undefined) return null;
  const { llm } = data;
  const ready = llm.configured && llm.state === 'ready';
  const name = llm.model ?? t.chat.model;
  const title = llm.state === 'open' ? `${name}: ${t.chat.modelOpen}` : ready ? t.chat.modelHint : t.chat.narratorHint;
  return (
    <span className={classes.tier} data-ready={ready || undefined} title={title}>
      {ready ? name : t.chat.narrator}
    </span>
  );
}
