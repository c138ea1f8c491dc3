import '@xyflow/react/dist/base.css';
import { Background, MarkerType, ReactFlow, type Edge, type NodeTypes } from '@xyflow/react';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ChainLink, ChainStep } from '../../api/cases';
import { useWords } from '../../state/language';
import { layOut, NODE_HEIGHT, NODE_WIDTH } from './layout';
import { StepNode, type StepFlowNode } from './nodes';
import classes from './chain.module.css';

const NODE_TYPES: NodeTypes = { step: StepNode };
interface Props {
  steps: readonly ChainStep[];
  links: readonly ChainLink[];
  selected: number | null;
  onSelect: (n: number | null) => void;
}

/** The chain as a picture. What it says stands in the list below it too, so a screen reader may pass it by. */
export function ChainGraph({ steps, links, selected, onSelect }: Props) {
  const { t, pick } = useWords();
  const { ref, width } = useElementSize();
  const { places, height } = useMemo(() => layOut(steps.length, width), [steps.length, width]);
  const nodes = useMemo<StepFlowNode[]>(
    () =>
      steps.map((step, index) => ({
        id: String(step.n),
        type: 'step',
        position: places[index] ?? { x: 0, y: 0 },
        data: { step },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        selected: step.n === selected,
        ariaLabel: `${t.case.step(step.n)}: ${pick(step.title)}`,
      })),
    [steps, places, selected, t, pick],
  );
  const edges = useMemo<Edge[]>(() => links.map((link) => edgeOf(link, pick(link.reason), selected)), [links, selected, pick]);
  return (
    <div className={classes.graph} role="group" aria-label={t.case.graph} tabIndex={0}>
      <div ref={ref} style={{ height }}>
        {width > 0 && (
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            onNodeClick={(_event, node) => onSelect(Number(node.id))}
            onPaneClick={() => onSelect(null)}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            panOnDrag={false}
            minZoom={1}
            maxZoom={1}
            zoomOnScroll={false}
            zoomOnPinch={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            attributionPosition="bottom-right"
          >
            <Background gap={20} size={1} color="var(--line)" />
          </ReactFlow>
        )}
      </div>
    </div>
  );
}

function edgeOf(link: ChainLink, reason: string, selected: number | null): Edge {
  const strong = link.from === selected || link.to === selected;
  return {
    id: `${link.from}-${link.to}`,
    source: String(link.from),
    target: String(link.to),
    type: 'smoothstep',
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: strong ? 'var(--accent)' : 'var(--line-strong)' },
    focusable: false,
    ariaLabel: reason,
    className: strong ? (classes.strongEdge ?? '') : '',
    ...(link.kind === 'time' ? { style: { strokeDasharray: '4 4' } } : {}),
  };
}
