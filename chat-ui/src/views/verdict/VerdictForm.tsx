import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { HumanVerdict, VerdictScope } from '../../api/verdicts';
import { entityKey, type Disposition, type Entity } from '../../api/vocabulary';
import { defang } from '../../answer/defang';
import { useWords } from '../../state/language';
import { dayAhead, endOfDay, newVerdictId, useGiveVerdict } from '../../state/verdicts';
import { Failure } from '../common/Failure';
import classes from './verdict.module.css';

/** In the order of the keys from left to right: an attack first. */
const CHOICES: readonly Disposition[] = ['true_positive', 'benign', 'false_positive', 'insufficient_data'];
const USUAL_DAYS = 30;
const MOST_DAYS = 365;
const MOST_ENTITIES = 30;

interface Props {
  kind: 'alert' | 'case';
  id: string;
  entities: readonly Entity[];
  /** What is chosen and written already. */
  first?: { readonly verdict: Disposition; readonly reason: string };
  /** What leaving it means; without it, leaving takes the choice back. */
  cancel?: { readonly label: string; readonly onCancel: () => void };
  onUndo: (verdict: string) => void;
}

export function VerdictForm({ kind, id, entities, first, cancel, onUndo }: Props) {
  const { t } = useWords();
  const give = useGiveVerdict();
  const group = useId();
  const [attempt, setAttempt] = useState(() => newVerdictId(Date.now(), Math.random()));
  const [verdict, setVerdict] = useState<Disposition | ''>(first !== undefined && CHOICES.includes(first.verdict) ? first.verdict : '');
  const [reason, setReason] = useState(first?.reason ?? '');
  const [scope, setScope] = useState<VerdictScope>(kind);
  const [entity, setEntity] = useState('');
  const [until, setUntil] = useState(() => dayAhead(Date.now(), USUAL_DAYS));
  const [given, setGiven] = useState<HumanVerdict | null>(null);
  const alike = scope === 'fingerprint';
  const hides = alike && (verdict === 'benign' || verdict === 'false_positive');
  const ready = verdict !== '' && (!hides || (reason.trim() !== '' && endOfDay(until) !== undefined));
  const submit = (): void => {
    if (verdict === '' || !ready) return;
    const end = alike ? endOfDay(until) : undefined;
    const request = {
      id: attempt,
      subject: { kind, id },
      verdict,
      reason: reason.trim(),
      scope,
      ...(alike && entity !== '' ? { entity } : {}),
      ...(end === undefined ? {} : { expiresAt: end }),
    };
    give.mutate(request, {
      onSuccess: (taken) => {
        setGiven(taken);
        setAttempt(newVerdictId(Date.now(), Math.random()));
        setVerdict('');
        setReason('');
        setScope(kind);
        setEntity('');
      },
    });
  };
  return (
    <form
      className={classes.panel}
      aria-label={first === undefined ? t.verdict.title : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Radio.Group name={group} label={t.verdict.question} value={verdict} onChange={(value) => setVerdict(value as Disposition)}>
        <div className={classes.choices}>
          {CHOICES.map((value) => (
            <Radio key={value} value={value} label={t.verdict.choices[value]} />
          ))}
        </div>
      </Radio.Group>
      {verdict !== '' && (
        <>
          <div className={classes.more}>
            <NativeSelect
              label={t.verdict.scope}
              value={scope}
              onChange={(event) => setScope(event.currentTarget.value as VerdictScope)}
              data={[
                { value: kind, label: kind === 'case' ? t.verdict.onlyCase : t.verdict.onlyAlert },
                { value: 'fingerprint', label: t.verdict.allAlike },
              ]}
            />
            {alike && (
              <NativeSelect
                label={t.verdict.limit}
                value={entity}
                onChange={(event) => setEntity(event.currentTarget.value)}
                data={[
                  { value: '', label: t.verdict.everywhere },
                  ...entities.slice(0, MOST_ENTITIES).map((one) => ({ value: entityKey(one), label: defang(entityKey(one)) })),
                ]}
              />
            )}
            {alike && (
              <TextInput
                type="date"
                label={t.verdict.end}
                value={until}
                min={dayAhead(Date.now(), 1)}
                max={dayAhead(Date.now(), MOST_DAYS)}
                onChange={(event) => setUntil(event.currentTarget.value)}
              />
            )}
          </div>
          <Textarea
            label={hides ? t.verdict.reasonNeeded : t.verdict.reason}
            value={reason}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {hides && <p className="muted small">{t.verdict.reopens}</p>}
          <div className={classes.line}>
            <Button type="submit" size="xs" disabled={!ready} loading={give.isPending}>
              {t.verdict.submit}
            </Button>
            <Button size="xs" variant="default" onClick={cancel?.onCancel ?? (() => setVerdict(''))}>
              {cancel?.label ?? t.verdict.cancel}
            </Button>
          </div>
        </>
      )}
      {give.error !== null && <Failure failure={give.error} />}
      <div role="status">
        {given !== null && (
          <div className={classes.toast}>
            <span>{t.verdict.recorded(t.dispositions[given.verdict])}</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                onUndo(given.id);
                setGiven(null);
              }}
            >
              {t.verdict.undoLast}
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
