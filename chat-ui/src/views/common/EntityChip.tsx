import { entityKey, type Entity } from '../../api/vocabulary';
import { shownEntity } from '../../answer/defang';
import { useWords } from '../../state/language';
import { formatRoute } from '../../state/route';
import classes from './common.module.css';

/** An entity as `host web-01`; with `link`, it leads to the alerts about it. */
export function EntityChip({ entity, link = false }: { entity: Entity; link?: boolean }) {
  const { t } = useWords();
  const type = t.entityTypes[entity.type] ?? entity.type;
  const name = shownEntity(entity.type, entity.value);
  const content = (
    <>
      <span className={classes.chipType}>{type}</span>
      <span className={classes.chipValue}>{name}</span>
    </>
  );
  if (!link) return <span className={classes.chip}>{content}</span>;
  const target = formatRoute({ page: 'alerts', search: { entity: entityKey(entity) } });
  return (
    <a className={classes.chip} href={target} title={t.case.alertsOfEntity(`${type} ${name}`)}>
      {content}
    </a>
  );
}
