import type { CaseDocument } from '../../api/cases';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { useCase } from '../../state/queries';
import { formatRoute } from '../../state/route';
import { scoreOf } from '../cases/score';
import { DispositionBadge } from '../common/badges';
import { Failure } from '../common/Failure';
import classes from './evidence.module.css';

/** A case as evidence: what triage says about it, and the way to its page. */
export function CaseEvidence({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useCase(id);
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return <CaseView document={data} />;
}

function CaseView({ document }: { document: CaseDocument }) {
  const { t, format, pick } = useWords();
  return (
    <div className={classes.evidence}>
      <h3 className={classes.heading}>{defang(pick(document.title))}</h3>
      <div className={classes.line}>
        <DispositionBadge value={document.disposition} confidence={document.confidence} />
        <span className="muted numbers">
          {t.case.score} {scoreOf(document.score).shown}
        </span>
        <span className="muted numbers">{t.case.alertsOfStep(format.number(document.alertCount))}</span>
        <span className="muted numbers">
          {format.span(document.firstSeen, document.lastSeen)} {t.utc}
        </span>
      </div>
      <p className="wrap-anywhere">{defang(pick(document.summary))}</p>
      <section>
        <h4>{t.case.reasons}</h4>
        <ul className={classes.list}>
          {document.reasons.map((reason, index) => (
            <li key={index}>{defang(pick(reason))}</li>
          ))}
        </ul>
      </section>
      <a href={formatRoute({ page: 'case', id: document.id })}>{t.evidence.openCase}</a>
    </div>
  );
}
