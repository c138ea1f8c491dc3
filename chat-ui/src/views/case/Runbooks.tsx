import { Button } from '@mantine/core';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { useRunbook } from '../../state/queries';
import { Icon } from '../common/Icon';
import classes from './case.module.css';

export function Runbooks({ slugs }: { slugs: readonly string[] }) {
  const { t } = useWords();
  if (slugs.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="runbooks-title">
      <h2 id="runbooks-title">{t.case.runbooks}</h2>
      <div className={classes.runbooks}>
        {slugs.map((slug) => (
          <RunbookButton key={slug} slug={slug} />
        ))}
      </div>
    </section>
  );
}

export function RunbookButton({ slug, label }: { slug: string; label?: string }) {
  const { language } = useWords();
  const { open } = useEvidence();
  const { data } = useRunbook(slug, language);
  return (
    <Button size="compact-sm" variant="light" leftSection={<Icon name="book" />} onClick={() => open({ kind: 'runbook', slug })}>
      {data?.[0]?.title ?? label ?? slug}
    </Button>
  );
}
