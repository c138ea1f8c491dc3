import { useProposals } from '../../state/proposals';
import { useWords } from '../../state/language';
import { ProposalCard } from './ProposalCard';
import classes from './proposal.module.css';

/** What was proposed for a case, decided or not; nothing where nothing was. */
export function CaseProposals({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const { data } = useProposals(caseId);
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={classes.paper} aria-labelledby="proposals-title">
      <h2 id="proposals-title">{t.proposal.title}</h2>
      {data.map((proposal) => (
        <ProposalCard key={`${proposal.id}:${proposal.status}`} proposal={proposal} />
      ))}
    </section>
  );
}
