import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Origin } from '../../api/imports';
import { useRemoveImport } from '../../state/imports';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import classes from './knowledge.module.css';

/** Everything that was imported, with what can be done about it. */
export function ImportList({ items, manages }: { items: readonly Origin[]; manages: boolean }) {
  const { t } = useWords();
  if (items.length === 0) return <p className="muted">{t.knowledge.empty}</p>;
  return (
    <section>
      <h2>{t.knowledge.imports}</h2>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t.knowledge.imports}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t.knowledge.name}</th>
              <th scope="col" className="numbers">{t.knowledge.documents}</th>
              <th scope="col" className="numbers">{t.knowledge.passages}</th>
              <th scope="col">{t.knowledge.embedded}</th>
              <th scope="col">{t.knowledge.version}</th>
              <th scope="col">{t.knowledge.importedAt}</th>
              {manages && <th scope="col">{t.knowledge.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={`${item.shipped} ${item.id}`} item={item} manages={manages} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ item, manages }: { item: Origin; manages: boolean }) {
  const { t, format } = useWords();
  const embedded = t.knowledge.embeddedOf(format.number(item.embedded), format.number(item.toEmbed));
  return (
    <tr>
      <th scope="row">
        <span className="wrap-anywhere">{item.name}</span> <span className={classes.kind}>{t.knowledge.kinds[item.kind] ?? item.kind}</span>
        {item.shipped && <span className="muted small"> {t.knowledge.shipped}</span>}
      </th>
      <td className="numbers">{format.number(item.documents)}</td>
      <td className="numbers">{item.passages > 0 && format.number(item.passages)}</td>
      <td>
        {item.toEmbed > 0 && (
          <>
            <span className="small numbers">{embedded}</span>
            {item.embedded < item.toEmbed && (
              <Progress value={(100 * item.embedded) / item.toEmbed} aria-label={`${t.knowledge.embedded}: ${item.name}, ${embedded}`} />
            )}
          </>
        )}
      </td>
      <td className="numbers">{item.version}</td>
      <td className="numbers small">{format.dateTime(item.importedAt)}</td>
      {manages && <td>{!item.shipped && <Remove item={item} />}</td>}
    </tr>
  );
}

/** Asks once more before it removes; the keyboard stays where it is needed. */
function Remove({ item }: { item: Origin }) {
  const { t, format } = useWords();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveImport();
  const keep = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (remove.error !== null) return <Failure failure={remove.error} retry={() => remove.reset()} />;
  if (!asking) {
    return (
      <Button ref={first} size="xs" variant="default" aria-label={t.knowledge.removeOne(item.name)} onClick={() => setAsking(true)}>
        {t.knowledge.remove}
      </Button>
    );
  }
  return (
    <div
      role="group"
      aria-label={t.knowledge.removeSure(item.name, format.number(item.documents))}
      className={classes.sure}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <span className="small">{t.knowledge.removeSure(item.name, format.number(item.documents))}</span>
      <Button size="xs" color="red" loading={remove.isPending} onClick={() => remove.mutate(item.id)}>
        {t.knowledge.removeYes}
      </Button>
      <Button ref={keep} size="xs" variant="default" disabled={remove.isPending} onClick={() => setAsking(false)}>
        {t.knowledge.removeNo}
      </Button>
    </div>
  );
}
