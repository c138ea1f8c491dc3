import type { OwnModel, Shadow } from '../../api/learning';
import { useWords } from '../../state/language';
import classes from './learning.module.css';

interface Props {
  models: readonly OwnModel[];
  shadow: Shadow | null;
  enabled: boolean;
}

export function Models({ models, shadow, enabled }: Props) {
  const { t, format } = useWords();
  const active = models.find((model) => model.status === 'active');
  return (
    <section className={classes.card} aria-labelledby="models-title">
      <h2 id="models-title">{t.learning.models}</h2>
      <p>{active !== undefined && enabled ? t.learning.ownDecides(active.version, format.dateTime(active.madeAt)) : t.learning.shippedDecides}</p>
      {shadow !== null && (
        <p>
          {t.learning.shadow(
            shadow.version,
            format.number(shadow.agree),
            format.number(shadow.compared),
            format.number(shadow.onlyShadowShows),
            format.number(shadow.onlyShadowSetsAside),
          )}{' '}
          {objections(models.find((model) => model.version === shadow.version)).join('; ')}
        </p>
      )}
    </section>
  );
}

/** Why it does not decide, from the model's card. */
export function objections(model: OwnModel | undefined): readonly string[] {
  if (model === undefined) return [];
  try {
    const card: unknown = JSON.parse(model.card);
    const found = typeof card === 'object' && card !== null ? (card as { objections?: unknown }).objections : undefined;
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
