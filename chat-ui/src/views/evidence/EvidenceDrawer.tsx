import { Drawer } from '@mantine/core';
import { useRef } from 'react';
import { useEvidence, type Evidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { AlertEvidence } from './AlertEvidence';
import { CaseEvidence } from './CaseEvidence';
import { PassageEvidence } from './PassageEvidence';
import { ResultEvidence } from './ResultEvidence';
import { RunbookEvidence } from './RunbookEvidence';
import classes from './evidence.module.css';

/** One drawer for every kind of evidence. It opens left of the chat, so that claim and proof are seen together. */
export function EvidenceDrawer() {
  const { t } = useWords();
  const { shown, close } = useEvidence();
  // Keeps its content while it slides out.
  const last = useRef<Evidence | null>(null);
  if (shown !== null) last.current = shown;
  const content = shown ?? last.current;
  return (
    <Drawer.Root
      opened={shown !== null}
      onClose={close}
      position="right"
      size={620}
      lockScroll={false}
      classNames={{ inner: classes.inner ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
      transitionProps={{ duration: 140 }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content>
        {/* Not Drawer.Header: its <header> counts as a second banner of the page. */}
        <div className={classes.head}>
          <Drawer.Title>{content === null ? '' : t.evidence[content.kind]}</Drawer.Title>
          <Drawer.CloseButton aria-label={t.close} />
        </div>
        <Drawer.Body>{content !== null && <Content evidence={content} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Content({ evidence }: { evidence: Evidence }) {
  switch (evidence.kind) {
    case 'alert':
      return <AlertEvidence key={evidence.id} id={evidence.id} />;
    case 'passage':
      return <PassageEvidence key={evidence.id} id={evidence.id} />;
    case 'case':
      return <CaseEvidence key={evidence.id} id={evidence.id} />;
    case 'result':
      return <ResultEvidence label={evidence.label} />;
    case 'runbook':
      return <RunbookEvidence key={evidence.slug} slug={evidence.slug} />;
  }
}
