import type { Session } from '../../api/session';
import { useWords } from '../../state/language';
import { STAFF_PAGES, staffAddress, useStaffPage, type StaffPage } from '../../state/staff-route';
import { ChatPanel } from '../chat/ChatPanel';
import { focusChat, useSlashKey } from '../chat/focus';
import { MyReportsPage } from '../desk/MyReportsPage';
import { ReportPage } from '../desk/ReportPage';
import { StaffKnowledge } from '../desk/StaffKnowledge';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { NavLink } from './NavLink';
import { SchemeSwitch } from './SchemeSwitch';
import { SkipLink } from './SkipLink';
import classes from './shell.module.css';

/** Staff ask, report, follow their reports and read what is meant for them; the service refuses them everything else. */
export function StaffShell({ session }: { session: Session }) {
  const { t } = useWords();
  const page = useStaffPage();
  useSlashKey(focusChat);
  return (
    <div className={classes.shell} data-chat="closed">
      <SkipLink />
      <header className={classes.header}>
        <Logo />
        <nav aria-label={t.nav.label} className={classes.nav}>
          {STAFF_PAGES.map((one) => (
            <NavLink key={one} to={staffAddress(one)} current={one === page} label={t.staffNav[one]} />
          ))}
        </nav>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu session={session} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={page === 'ask' ? classes.staff : classes.staffPage}>
        <Page page={page} />
      </main>
      <EvidenceDrawer />
    </div>
  );
}

function Page({ page }: { page: StaffPage }) {
  switch (page) {
    case 'ask':
      return <ChatPanel scope={null} audience="staff" />;
    case 'report':
      return <ReportPage />;
    case 'mine':
      return <MyReportsPage />;
    case 'knowledge':
      return <StaffKnowledge />;
  }
}
