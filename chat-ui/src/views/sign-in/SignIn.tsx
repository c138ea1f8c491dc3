import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Problem } from '../../api/http';
import { useWords } from '../../state/language';
import { useSignIn } from '../../state/session';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Logo } from '../shell/Logo';
import { SchemeSwitch } from '../shell/SchemeSwitch';
import { Icon } from '../common/Icon';
import classes from './SignIn.module.css';

export function SignIn({ tokenRefused }: { tokenRefused: boolean }) {
  const { t } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ login, password });
  };
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
      <main className={classes.card}>
        <Logo />
        <h1>{t.signIn.title}</h1>
        {tokenRefused && (
          <p className={classes.notice} role="alert">
            <Icon name="alert" />
            {t.signIn.tokenRefused}
          </p>
        )}
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t.signIn.login}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            autoFocus
          />
          <PasswordInput
            label={t.signIn.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          {signIn.error !== null && (
            <p className={classes.wrong} role="alert">
              {refusal(signIn.error, t.signIn.wrong, t.unreachable)}
            </p>
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t.signIn.submit}
          </Button>
        </form>
        <p className="muted small">{t.signIn.hint}</p>
      </main>
    </div>
  );
}

function refusal(failure: Error, wrong: string, unreachable: string): string {
  if (!(failure instanceof Problem)) return failure.message;
  if (failure.status === 0) return unreachable;
  return failure.status === 401 || failure.status === 403 ? wrong : failure.message;
}
