import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { CSSProperties } from 'react';
import type { ChainStep } from '../../api/cases';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { OutcomeMark } from '../common/badges';
import classes from './chain.module.css';

export type StepFlowNode = Node<{ step: ChainStep }, 'step'>;
export type LaneFlowNode = Node<{ name: string }, 'lane'>;
export type FlowNode = StepFlowNode | LaneFlowNode;

/** Sets `--tactic` to the tactic's colour; an unknown tactic keeps the neutral one. */
export function tacticStyle(tactic: string): CSSProperties {
  return /^TA\d{4}$/.test(tactic) ? ({ '--tactic': `var(--${tactic}, var(--calm))` } as CSSProperties) : {};
}

export function StepNode({ data: { step }, selected }: NodeProps<StepFlowNode>) {
  const { format, pick } = useWords();
  return (
    <div className={classes.node} style={tacticStyle(step.tactic)} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.handle ?? ''} />
      <div className={classes.nodeHead}>
        <span className={classes.bullet}>{step.n}</span>
        <span className={classes.tactic}>{pick(step.tacticName)}</span>
        <span className="muted numbers">{format.time(step.firstSeen)}</span>
      </div>
      <div className={classes.nodeTitle}>{defang(pick(step.title))}</div>
      <OutcomeMark value={step.outcome} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle ?? ''} />
    </div>
  );
}

export function LaneNode({ data }: NodeProps<LaneFlowNode>) {
  return <div className={classes.lane}>{data.name}</div>;
}
