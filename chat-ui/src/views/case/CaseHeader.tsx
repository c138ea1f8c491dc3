import type { CaseDocument } from '../../api/cases';
import { entityKey } from '../../api/vocabulary';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import { CaseAttention } from '../attention/CaseAttention';
import { scoreOf } from '../cases/score';
import { DispositionBadge } from '../common/badges';
import { EntityChip } from '../common/EntityChip';
import { Icon } from '../common/Icon';
import { ExportMenu } from './ExportMenu';
import { HumanSays } from './HumanSays';
import classes from './case.module.css';

const MOST_ENTITIES = 12;

export function CaseHeader({ document }: { document: CaseDocument }) {
  const { t, format, pick } = useWords();
  return (
    <header className={classes.header}>
      <a href={formatRoute({ page: 'cases', filter: 'shown' })} className={classes.back}>
        <Icon name="arrowLeft" size={14} />
        {t.case.back}
      </a>
      <h1 className="wrap-anywhere">{defang(pick(document.title))}</h1>
      <div className={classes.facts}>
        <DispositionBadge value={document.disposition} confidence={document.confidence} />
        <span>
          {t.case.score} <strong className="numbers">{scoreOf(document.score).shown}</strong>
        </span>
        <span className="numbers">{t.case.alertsOfStep(format.number(document.alertCount))}</span>
        <span className="numbers">
          {format.span(document.firstSeen, document.lastSeen)} {t.utc}
        </span>
        <ExportMenu caseId={document.id} />
      </div>
      {document.human != null && <HumanSays human={document.human} />}
      {document.mayClose === true && <p className="muted">{t.verdict.mayClose}</p>}
      <CaseAttention entries={document.attention} />
      <p className={classes.summary}>{defang(pick(document.summary))}</p>
      <div className={classes.entities}>
        <span className="muted small">{t.case.entities}</span>
        {document.entities.slice(0, MOST_ENTITIES).map((entity) => (
          <EntityChip key={entityKey(entity)} entity={entity} link />
        ))}
        {document.entities.length > MOST_ENTITIES && (
          <span className="muted small">{t.cases.moreEntities(document.entities.length - MOST_ENTITIES)}</span>
        )}
      </div>
    </header>
  );
}
