import { Button } from '@mantine/core';
import type { Entity } from '../../api/vocabulary';
import { useUndoVerdict, useVerdicts } from '../../state/verdicts';
import { useWords } from '../../state/language';
import { Failure } from '../common/Failure';
import { VerdictForm } from './VerdictForm';
import { VerdictList } from './VerdictList';
import classes from './verdict.module.css';

interface Props {
  kind: 'alert' | 'case';
  id: string;
  entities: readonly Entity[];
}

/** What people said of an alert or a case, and the way to say it. It stands beside what was computed. */
export function VerdictPanel({ kind, id, entities }: Props) {
  const { t } = useWords();
  const { data, error, refetch } = useVerdicts(kind, id);
  const undo = useUndoVerdict();
  return (
    <div className={classes.panel}>
      {error !== null && <Failure failure={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <VerdictList
          verdicts={data}
          undo={(verdict) => (
            <Button size="compact-xs" variant="default" loading={undo.isPending && undo.variables === verdict.id} onClick={() => undo.mutate(verdict.id)}>
              {t.verdict.undo}
            </Button>
          )}
        />
      )}
      {undo.error !== null && <Failure failure={undo.error} />}
      <VerdictForm key={`${kind}:${id}`} kind={kind} id={id} entities={entities} onUndo={(verdict) => undo.mutate(verdict)} />
    </div>
  );
}
