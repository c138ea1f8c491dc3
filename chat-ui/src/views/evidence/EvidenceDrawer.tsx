import { Drawer } from '@mantine/core';
import { useRef } from 'react';
import { useEvidence, type Evidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { AlertEvidence } from './AlertEvidence';
import { PassageEvidence } from './PassageEvidence';
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
    <Drawer
      opened={shown !== null}
      onClose={close}
      position="right"
      size={620}
      title={content === null ? '' : t.evidence[content.kind]}
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.18 }}
      closeButtonProps={{ 'aria-label': t.close }}
      classNames={{ inner: classes.inner ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
      transitionProps={{ duration: 140 }}
    >
      {content !== null && <Content evidence={content} />}
    </Drawer>
  );
}

function Content({ evidence }: { evidence: Evidence }) {
  switch (evidence.kind) {
    case 'alert':
      return <AlertEvidence key={evidence.id} id={evidence.id} />;
    case 'passage':
      return <PassageEvidence key={evidence.id} id={evidence.id} />;
    case 'runbook':
      return <RunbookEvidence key={evidence.slug} slug={evidence.slug} />;
  }
}
