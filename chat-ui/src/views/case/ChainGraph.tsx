import { Background, Controls, MarkerType, ReactFlow, type Edge, type NodeTypes } from '@xyflow/react';
import { useMemo } from 'react';
import type { ChainLink, ChainStep } from '../../api/cases';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { layOut, NODE_HEIGHT, NODE_WIDTH } from './layout';
import { LaneNode, StepNode, type FlowNode } from './nodes';
import classes from './chain.module.css';

const NODE_TYPES: NodeTypes = { step: StepNode, lane: LaneNode };

interface Props {
  steps: readonly ChainStep[];
  links: readonly ChainLink[];
  selected: number | null;
  onSelect: (n: number | null) => void;
}

/** The chain as a picture. What it says stands in the list below it too, so a screen reader may pass it by. */
export function ChainGraph({ steps, links, selected, onSelect }: Props) {
  const { t, pick } = useWords();
  const { places, lanes } = useMemo(() => layOut(steps), [steps]);
  const nodes = useMemo<FlowNode[]>(
    () => [
      ...lanes.map((lane) => ({
        id: `lane-${lane.name}`,
        type: 'lane' as const,
        position: { x: -150, y: lane.y },
        data: { name: defang(lane.name) },
        width: 130,
        height: NODE_HEIGHT,
        selectable: false,
        focusable: false,
      })),
      ...steps.map((step, index) => ({
        id: String(step.n),
        type: 'step' as const,
        position: { x: places[index]?.x ?? 0, y: places[index]?.y ?? 0 },
        data: { step },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        selected: step.n === selected,
        ariaLabel: `${t.case.step(step.n)}: ${pick(step.title)}`,
      })),
    ],
    [steps, places, lanes, selected, t, pick],
  );
  const edges = useMemo<Edge[]>(
    () =>
      links.map((link) => ({
        id: `${link.from}-${link.to}`,
        source: String(link.from),
        target: String(link.to),
        type: 'smoothstep',
        markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18, color: 'var(--line-strong)' },
        focusable: false,
        ariaLabel: pick(link.reason),
        className: link.from === selected || link.to === selected ? (classes.strongEdge ?? '') : '',
      })),
    [links, selected, pick],
  );
  const height = Math.max(1, lanes.length) * (NODE_HEIGHT + 22) + 56;
  return (
    <div className={classes.graph} style={{ height: Math.min(height, 480) }} role="group" aria-label={t.case.graph}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodeClick={(_event, node) => {
          if (node.type !== 'step') return;
          onSelect(Number(node.id));
          document.getElementById(`step-${node.id}`)?.scrollIntoView({ block: 'nearest' });
        }}
        onPaneClick={() => onSelect(null)}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        fitView
        fitViewOptions={{ padding: 0.06, minZoom: 0.55, maxZoom: 1 }}
        minZoom={0.3}
        maxZoom={1.5}
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: false }}
      >
        <Background gap={20} size={1} color="var(--line)" />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}
