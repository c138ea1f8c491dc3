import type { CaseDocument } from '../../api/cases';
import type { Bilingual } from '../../api/vocabulary';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { Icon, type IconName } from '../common/Icon';
import classes from './case.module.css';

export function Reasoning({ document }: { document: CaseDocument }) {
  const { t } = useWords();
  return (
    <section className={classes.card} aria-labelledby="why-title">
      <h2 id="why-title">{t.case.why}</h2>
      <div className={classes.reasoning}>
        <List title={t.case.reasons} items={document.reasons} icon="check" tone="for" />
        <List title={t.case.against} items={document.against} icon="minus" tone="against" />
        <List title={t.case.wouldChange} items={document.wouldChange} icon="question" tone="open" />
        {document.gaps.length > 0 && <List title={t.case.gaps} items={document.gaps} icon="question" tone="open" />}
      </div>
    </section>
  );
}

interface ListProps {
  title: string;
  items: readonly Bilingual[];
  icon: IconName;
  tone: 'for' | 'against' | 'open';
}

function List({ title, items, icon, tone }: ListProps) {
  const { t, pick } = useWords();
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 && <p className="muted">{t.case.nothing}</p>}
      <ul className={classes.reasons} data-tone={tone}>
        {items.map((item, index) => (
          <li key={index}>
            <Icon name={icon} size={14} />
            <span className="wrap-anywhere">{defang(pick(item))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
