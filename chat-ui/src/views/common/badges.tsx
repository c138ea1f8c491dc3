import type { Disposition, Outcome, Severity } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import { Icon, type IconName } from './Icon';
import classes from './common.module.css';

const DISPOSITION_ICONS: Readonly<Record<Disposition, IconName>> = {
  true_positive: 'alert',
  insufficient_data: 'question',
  benign: 'check',
  false_positive: 'minus',
};

export function DispositionBadge({ value, confidence }: { value: Disposition; confidence?: number | null }) {
  const { t, format } = useWords();
  return (
    <span className={classes.badge} data-disposition={value}>
      <Icon name={DISPOSITION_ICONS[value] ?? 'question'} size={13} />
      {t.dispositions[value] ?? value}
      {confidence !== undefined && confidence !== null && (
        <span className={classes.badgeNote}>{t.cases.confidence(format.percent(confidence))}</span>
      )}
    </span>
  );
}

const OUTCOME_ICONS: Readonly<Record<Outcome, IconName>> = {
  attempted: 'attempt',
  succeeded: 'target',
  unknown: 'question',
};

export function OutcomeMark({ value }: { value: Outcome }) {
  const { t } = useWords();
  return (
    <span className={classes.outcome} data-outcome={value}>
      <Icon name={OUTCOME_ICONS[value] ?? 'question'} size={14} />
      {t.outcomes[value] ?? value}
    </span>
  );
}

export function SeverityMark({ value }: { value: Severity }) {
  const { t } = useWords();
  return (
    <span className={classes.severity} data-severity={value}>
      {t.severities[value] ?? value}
    </span>
  );
}

export function AttentionMark({ reason }: { reason: string }) {
  const { t } = useWords();
  return (
    <span className={classes.attention} title={reason}>
      <Icon name="bulb" size={13} />
      {t.cases.attention}
    </span>
  );
}
