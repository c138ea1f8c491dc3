import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { ChainStep } from '../../api/cases';
import { defang, shownEntityKey } from '../../answer/defang';
import { useWords } from '../../state/language';
import { OutcomeMark } from '../common/badges';
import { tacticStyle } from '../common/tactic';
import classes from './chain.module.css';

export type StepFlowNode = Node<{ step: ChainStep }, 'step'>;

export function StepNode({ data: { step }, selected }: NodeProps<StepFlowNode>) {
  const { format, pick } = useWords();
  const where = step.entities.find((key) => key.startsWith('host:')) ?? step.entities[0];
  return (
    <div className={classes.node} style={tacticStyle(step.tactic)} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.handle ?? ''} />
      <div className={classes.nodeHead}>
        <span className={classes.bullet}>{step.n}</span>
        <span className={classes.tactic}>{pick(step.tacticName)}</span>
        <span className={`${classes.when} numbers`}>{format.time(step.firstSeen).slice(0, 5)}</span>
      </div>
      <div className={classes.nodeTitle}>{defang(pick(step.title))}</div>
      <div className={classes.nodeFoot}>
        <OutcomeMark value={step.outcome} />
        <span className={classes.where}>{where === undefined ? '' : shownEntityKey(where)}</span>
      </div>
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle ?? ''} />
    </div>
  );
}
