import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { HUNT_FIELDS, HUNT_GROUPS, HUNT_WORDS, isOwnField, opsOf, type HuntOp, type HuntQuery } from '../../api/hunts';
import { draftOf, NEW_CONDITION, queryOf, withCondition, withField, withoutCondition, type ConditionDraft } from '../../state/hunt-form';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';
import { valueWords } from './words';
import classes from './hunt.module.css';

const OWN = 'details.';

interface Props {
  query: HuntQuery;
  label: string;
  running: boolean;
  onRun: (query: HuntQuery) => void;
}

/** A query as conditions, each of which can be changed. */
export function HuntForm({ query, label, running, onRun }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(query));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onRun(queryOf(draft));
      }}
    >
      {draft.where.length === 0 && <p className="muted small">{t.hunt.none}</p>}
      {draft.where.map((condition, n) => (
        <Condition
          key={n}
          n={n + 1}
          condition={condition}
          onChange={(change) => setDraft(withCondition(draft, n, change))}
          onRemove={() => setDraft(withoutCondition(draft, n))}
        />
      ))}
      <div className={classes.span}>
        <TextInput size="xs" type="datetime-local" label={t.hunt.from} value={draft.from} onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })} />
        <TextInput size="xs" type="datetime-local" label={t.hunt.to} value={draft.to} onChange={(event) => setDraft({ ...draft, to: event.currentTarget.value })} />
        <NativeSelect
          size="xs"
          label={t.hunt.groupBy}
          value={draft.groupBy}
          onChange={(event) => setDraft({ ...draft, groupBy: event.currentTarget.value })}
          data={[
            { value: '', label: t.hunt.noGroup },
            ...(draft.groupBy !== '' && !HUNT_GROUPS.includes(draft.groupBy) ? [{ value: draft.groupBy, label: t.hunt.fields[draft.groupBy] ?? draft.groupBy }] : []),
            ...HUNT_GROUPS.map((value) => ({ value, label: t.hunt.fields[value] ?? value })),
          ]}
        />
      </div>
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={running} leftSection={<Icon name="search" size={14} />}>
          {label}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDraft({ ...draft, where: [...draft.where, NEW_CONDITION] })}>
          {t.hunt.add}
        </Button>
      </div>
    </form>
  );
}

interface ConditionProps {
  n: number;
  condition: ConditionDraft;
  onChange: (change: Partial<ConditionDraft>) => void;
  onRemove: () => void;
}

function Condition({ n, condition, onChange, onRemove }: ConditionProps) {
  const { t } = useWords();
  const own = isOwnField(condition.field);
  const several = condition.op === 'in';
  const words = HUNT_WORDS[condition.field];
  return (
    <fieldset className={classes.condition}>
      <legend className="hidden-text">{t.hunt.condition(n)}</legend>
      <NativeSelect
        size="xs"
        aria-label={t.hunt.field}
        value={own ? OWN : condition.field}
        onChange={(event) => onChange(withField(condition, event.currentTarget.value))}
        data={[...HUNT_FIELDS.map((value) => ({ value, label: t.hunt.fields[value] ?? value })), { value: OWN, label: t.hunt.ownField }]}
      />
      {own && (
        <TextInput
          size="xs"
          aria-label={t.hunt.ownFieldName}
          value={condition.field}
          spellCheck={false}
          onChange={(event) => onChange({ field: event.currentTarget.value === '' ? OWN : event.currentTarget.value })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t.hunt.op}
        value={condition.op}
        onChange={(event) => onChange({ op: event.currentTarget.value as HuntOp })}
        data={opsOf(condition.field).map((value) => ({ value, label: t.hunt.ops[value] }))}
      />
      {words !== undefined && !several ? (
        <NativeSelect
          size="xs"
          className={classes.value ?? ''}
          aria-label={t.hunt.value}
          value={condition.value}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
          data={words.map((value) => ({ value, label: valueWords(condition.field, value, t) }))}
        />
      ) : (
        <TextInput
          size="xs"
          className={classes.value ?? ''}
          aria-label={several ? t.hunt.values : t.hunt.value}
          placeholder={several ? t.hunt.values : t.hunt.value}
          value={condition.value}
          spellCheck={false}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t.hunt.remove(n)} title={t.hunt.remove(n)} onClick={onRemove}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </fieldset>
  );
}
