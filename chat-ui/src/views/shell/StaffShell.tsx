import type { Session } from '../../api/session';
import { ChatPanel } from '../chat/ChatPanel';
import { focusChat, useSlashKey } from '../chat/focus';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { SchemeSwitch } from './SchemeSwitch';
import { SkipLink } from './SkipLink';
import classes from './shell.module.css';

/** Staff get the chat and nothing else; the service refuses them everything else anyway. */
export function StaffShell({ session }: { session: Session }) {
  useSlashKey(focusChat);
  return (
    <div className={classes.shell} data-chat="closed">
      <SkipLink />
      <header className={classes.header}>
        <Logo />
        <div className={classes.nav} />
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu session={session} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.staff}>
        <ChatPanel scope={null} audience="staff" />
      </main>
      <EvidenceDrawer />
    </div>
  );
}
