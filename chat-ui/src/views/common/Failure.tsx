import { Button } from '@mantine/core';
import { Problem } from '../../api/http';
import { useWords } from '../../state/language';
import type { Catalogue } from '../../text/catalogue';
import { Icon } from './Icon';
import classes from './common.module.css';

/** What went wrong, in words, with a way to go on. */
export function Failure({ failure, retry }: { failure: Error; retry?: () => void }) {
  const { t } = useWords();
  const { title, detail } = describe(failure, t);
  return (
    <div className={classes.failure} role="alert">
      <Icon name="alert" size={20} />
      <div>
        <p>{title}</p>
        {detail !== '' && <p className="muted small wrap-anywhere">{detail}</p>}
      </div>
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

function describe(failure: Error, t: Catalogue): { title: string; detail: string } {
  if (!(failure instanceof Problem)) return { title: t.failed, detail: '' };
  if (failure.status === 0) return { title: t.unreachable, detail: '' };
  if (failure.status === 403) return { title: t.forbidden, detail: '' };
  if (failure.status === 404) return { title: t.notFound, detail: t.notFoundHint };
  return { title: t.failed, detail: failure.message };
}
