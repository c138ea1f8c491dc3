import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { AlertRow } from '../../api/alerts';
import { useWords } from '../../state/language';
import { AlertLine } from './AlertLine';
import classes from './alerts.module.css';

const ROW_HEIGHT = 52;
const NEAR_END = 15;

interface Props {
  rows: readonly AlertRow[];
  label: string;
  withCase: boolean;
  maxHeight: number | string;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** As many alerts as there are, of which only the visible rows exist in the page; the next ones load near the end. */
export function AlertTable({ rows, label, withCase, maxHeight, hasMore, loading, onMore }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - NEAR_END) onMore();
  }, [hasMore, loading, last, rows.length, onMore]);
  if (rows.length === 0) return <p className="muted">{loading ? t.loading : t.alerts.empty}</p>;
  return (
    <div ref={box} className={classes.scroll} style={{ maxHeight }} tabIndex={0} role="group" aria-label={label}>
      <div role="table" aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1} className={classes.table} data-case={withCase || undefined}>
        <div role="row" className={`${classes.row} ${classes.headRow}`} aria-rowindex={1}>
          <span role="columnheader">{t.alerts.time}</span>
          <span role="columnheader">{t.alerts.severity}</span>
          <span role="columnheader">{t.alerts.alert}</span>
          {withCase && <span role="columnheader">{t.alerts.case}</span>}
          <span role="columnheader" className={classes.number}>
            {t.alerts.anomaly}
          </span>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {visible.map((item) => {
            const row = rows[item.index];
            return row && <AlertLine key={row.id} row={row} index={item.index} top={item.start} withCase={withCase} />;
          })}
        </div>
      </div>
    </div>
  );
}
