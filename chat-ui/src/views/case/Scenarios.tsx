import type { Scenario } from '../../api/cases';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { RunbookButton } from './Runbooks';
import { alertsOf } from './searches';
import classes from './case.module.css';

/** So many fit a long attack; the first tell what to ask. */
const SHOWN = 3;

/** Named patterns that the case looks like, each with its questions and where to look for the answers. */
export function Scenarios({ scenarios }: { scenarios: readonly Scenario[] }) {
  const { t, format, pick } = useWords();
  if (scenarios.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{t.case.scenarios}</h2>
      {scenarios.slice(0, SHOWN).map((scenario) => (
        <div key={scenario.id} className={classes.scenario}>
          <div className={classes.scenarioHead}>
            <h3>{pick(scenario.title)}</h3>
            <span className="muted numbers">{t.case.fits(format.percent(scenario.strength))}</span>
            <RunbookButton slug={scenario.runbook} />
          </div>
          <ul className={classes.questions}>
            {scenario.questions.map((question) => (
              <li key={question.text.en}>
                <span className="wrap-anywhere">{defang(pick(question.text))}</span>
                {question.search !== null && (
                  <>
                    {' '}
                    <a href={alertsOf(question.search)}>
                      {t.case.lookUp}
                      <span className="hidden-text">{t.case.lookUpFor(defang(pick(question.text)))}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
