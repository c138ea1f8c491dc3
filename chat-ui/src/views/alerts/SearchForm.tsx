import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { DISPOSITIONS, SEVERITIES } from '../../api/vocabulary';
import { useWords } from '../../state/language';
import type { AlertSearch } from '../../state/route';
import { Icon } from '../common/Icon';
import classes from './alerts.module.css';

const FIELDS = ['q', 'entity', 'severity', 'disposition', 'from', 'to'] as const;

/** The search lives in the address: submitting changes it, and a link to a search is a bookmark. */
export function SearchForm({ search, onSearch }: { search: AlertSearch; onSearch: (search: AlertSearch) => void }) {
  const { t } = useWords();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const entries = FIELDS.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    onSearch(Object.fromEntries(entries.filter(([, value]) => value !== '')));
  };
  const any = { value: '', label: t.alerts.any };
  return (
    <form className={classes.form} onSubmit={submit} role="search">
      <div className={classes.words}>
        <TextInput name="q" size="xs" className={classes.wide ?? ''} label={t.alerts.search} defaultValue={search.q ?? ''} />
        <TextInput name="entity" size="xs" className={classes.wide ?? ''} label={t.alerts.entity} defaultValue={search.entity ?? ''} spellCheck={false} />
      </div>
      <NativeSelect
        name="severity"
        size="xs"
        label={t.alerts.severity}
        defaultValue={search.severity ?? ''}
        data={[any, ...SEVERITIES.map((value) => ({ value, label: t.severities[value] }))]}
      />
      <NativeSelect
        name="disposition"
        size="xs"
        label={t.alerts.disposition}
        defaultValue={search.disposition ?? ''}
        data={[any, ...DISPOSITIONS.map((value) => ({ value, label: t.dispositions[value] }))]}
      />
      <TextInput name="from" size="xs" type="datetime-local" label={t.alerts.from} defaultValue={search.from ?? ''} />
      <TextInput name="to" size="xs" type="datetime-local" label={t.alerts.to} defaultValue={search.to ?? ''} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" leftSection={<Icon name="search" size={14} />}>
          {t.alerts.submit}
        </Button>
        <Button type="button" size="xs" variant="default" onClick={() => onSearch({})}>
          {t.alerts.reset}
        </Button>
      </div>
    </form>
  );
}
