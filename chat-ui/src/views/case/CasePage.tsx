import { useMemo, useState } from 'react';
import type { CaseDocument, ChainStep } from '../../api/cases';
import { useWords } from '../../state/language';
import { useCase } from '../../state/queries';
import { Failure } from '../common/Failure';
import { CaseAlerts } from './CaseAlerts';
import { CaseHeader } from './CaseHeader';
import { ChainGraph } from './ChainGraph';
import { ChainTimeline } from './ChainTimeline';
import { RankedQuestions } from './RankedQuestions';
import { Reasoning } from './Reasoning';
import { CaseProposals } from '../proposal/CaseProposals';
import { VerdictPanel } from '../verdict/VerdictPanel';
import { Runbooks } from './Runbooks';
import { Scenarios } from './Scenarios';
import classes from './case.module.css';

export function CasePage({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useCase(id);
  if (error !== null) return <Failure failure={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="muted">{t.loading}</p>;
  return <CaseView document={data} />;
}

function CaseView({ document }: { document: CaseDocument }) {
  const { t } = useWords();
  const [selected, setSelected] = useState<number | null>(null);
  const [alertsOf, setAlertsOf] = useState<ChainStep | null>(null);
  const steps = useMemo(() => document.steps.toSorted((a, b) => a.n - b.n), [document.steps]);
  const showAlerts = (step: ChainStep): void => {
    setAlertsOf(step);
    window.document.getElementById('case-alerts')?.scrollIntoView({ block: 'start' });
  };
  return (
    <article className={classes.page}>
      <CaseHeader document={document} />
      <section className={classes.card} aria-labelledby="chain-title">
        <h2 id="chain-title">{t.case.chain}</h2>
        {steps.length === 0 ? (
          <p className="muted">{t.case.noSteps}</p>
        ) : (
          <>
            <ChainGraph steps={steps} links={document.links} selected={selected} onSelect={setSelected} />
            <ChainTimeline steps={steps} links={document.links} selected={selected} onShowAlerts={showAlerts} />
          </>
        )}
      </section>
      <Reasoning document={document} />
      <RankedQuestions caseId={document.id} questions={document.questions ?? []} />
      <CaseProposals caseId={document.id} />
      <section className={classes.card} aria-labelledby="verdict-title">
        <h2 id="verdict-title">{t.verdict.title}</h2>
        <VerdictPanel kind="case" id={document.id} entities={document.entities} />
      </section>
      <Scenarios scenarios={document.scenarios ?? []} />
      <Runbooks slugs={document.runbooks} />
      <CaseAlerts caseId={document.id} step={alertsOf} onAll={() => setAlertsOf(null)} />
    </article>
  );
}
