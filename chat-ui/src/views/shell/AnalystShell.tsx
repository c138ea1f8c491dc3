import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { handsOverBacklogs, managesKnowledge, type Session } from '../../api/session';
import { useAttention } from '../../state/attention';
import { useEvidence } from '../../state/evidence';
import { useWords } from '../../state/language';
import { formatRoute, useRoute, type Route } from '../../state/route';
import { AlertsPage } from '../alerts/AlertsPage';
import { BacklogPage } from '../backlog/BacklogPage';
import { AttentionPage } from '../attention/AttentionPage';
import { CasesPage } from '../cases/CasesPage';
import { ChatPanel } from '../chat/ChatPanel';
import { focusChat, useSlashKey } from '../chat/focus';
import { Icon } from '../common/Icon';
import { GapsPage } from '../desk/GapsPage';
import { ReportsPage } from '../desk/ReportsPage';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { HuntPage } from '../hunt/HuntPage';
import { LearningPage } from '../learning/LearningPage';
import { KnowledgePage } from '../knowledge/KnowledgePage';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { NavLink } from './NavLink';
import { SchemeSwitch } from './SchemeSwitch';
import { SkipLink } from './SkipLink';
import classes from './shell.module.css';

// The graph's library is a third of the code and needed by this page only.
const CasePage = lazy(() => import('../case/CasePage').then((module) => ({ default: module.CasePage })));

/** Header, the page, and the chat beside it. Below 1160 px the chat lies over the page and starts closed. */
export function AnalystShell({ session }: { session: Session }) {
  const { t } = useWords();
  const route = useRoute();
  const narrow = useMediaQuery('(max-width: 1160px)', undefined, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState<boolean | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const chatOpen = wanted ?? !narrow;
  const openChat = useCallback(() => {
    setWanted(true);
    focusChat();
  }, []);
  useSlashKey(openChat);
  usePageChange(route);
  const lead = handsOverBacklogs(session);
  return (
    <div className={classes.shell} data-chat={chatOpen ? (narrow ? 'over' : 'beside') : 'closed'}>
      <SkipLink />
      <header className={classes.header}>
        <Logo />
        <nav aria-label={t.nav.label} className={classes.nav}>
          <NavLink to={{ page: 'cases', filter: 'shown' }} current={route.page === 'cases' || route.page === 'case'} label={t.nav.cases} />
          <NavLink to={{ page: 'alerts', search: {} }} current={route.page === 'alerts'} label={t.nav.alerts} />
          <NavLink to={{ page: 'hunt', query: null }} current={route.page === 'hunt'} label={t.hunt.title} />
          <AttentionLink current={route.page === 'attention'} />
          <NavLink to={{ page: 'reports' }} current={route.page === 'reports'} label={t.reports.title} />
          <NavLink to={{ page: 'knowledge', q: '' }} current={route.page === 'knowledge' || route.page === 'gaps'} label={t.nav.knowledge} />
          <NavLink to={{ page: 'learning' }} current={route.page === 'learning'} label={t.nav.learning} />
          {lead && <NavLink to={{ page: 'backlog' }} current={route.page === 'backlog'} label={t.nav.backlog} />}
        </nav>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu session={session} />
          <ActionIcon
            ref={toggle}
            variant={chatOpen ? 'light' : 'subtle'}
            color={chatOpen ? 'blue' : 'gray'}
            aria-label={chatOpen ? t.nav.hideChat : t.nav.showChat}
            aria-expanded={chatOpen}
            aria-controls="chat"
            title={chatOpen ? t.nav.hideChat : t.nav.showChat}
            onClick={() => (chatOpen ? setWanted(false) : openChat())}
          >
            <Icon name="chat" size={18} />
          </ActionIcon>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<p className="muted">{t.loading}</p>}>
          <Page route={route} lead={lead} manages={managesKnowledge(session)} />
        </Suspense>
      </main>
      <aside
        id="chat"
        className={classes.aside}
        hidden={!chatOpen}
        aria-label={t.chat.title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !narrow) return;
          setWanted(false);
          toggle.current?.focus();
        }}
      >
        <ChatPanel scope={route.page === 'case' ? route.id : null} audience="analyst" />
      </aside>
      <EvidenceDrawer />
    </div>
  );
}

function Page({ route, lead, manages }: { route: Route; lead: boolean; manages: boolean }) {
  switch (route.page) {
    case 'cases':
      return <CasesPage filter={route.filter} lead={lead} />;
    case 'case':
      return <CasePage key={route.id} id={route.id} />;
    case 'alerts':
      return <AlertsPage key={formatRoute(route)} search={route.search} />;
    case 'hunt':
      return <HuntPage query={route.query} />;
    case 'attention':
      return <AttentionPage />;
    case 'reports':
      return <ReportsPage />;
    case 'gaps':
      return manages ? <GapsPage /> : <KnowledgePage q="" manages={manages} />;
    case 'knowledge':
      return <KnowledgePage q={route.q} manages={manages} />;
    case 'learning':
      return <LearningPage lead={lead} />;
    case 'backlog':
      return lead ? <BacklogPage /> : <CasesPage filter="shown" lead={lead} />;
  }
}

function AttentionLink({ current }: { current: boolean }) {
  const { t, format } = useWords();
  const { data } = useAttention();
  const count = data?.total ?? 0;
  return (
    <NavLink to={{ page: 'attention' }} current={current} label={t.attention.nav}>
      {count > 0 && (
        <>
          {' '}
          <span className={classes.count}>{format.number(count)}</span> <span className="hidden-text">{t.attention.open}</span>
        </>
      )}
    </NavLink>
  );
}

/** A new page starts at its top, with the keyboard in it and no drawer of the former one. */
function usePageChange(route: Route): void {
  const { close } = useEvidence();
  // A hunt writes its query into the address as it runs; it stays the same page.
  const key = route.page === 'hunt' ? route.page : formatRoute(route);
  const former = useRef(key);
  useEffect(() => {
    if (former.current === key) return;
    former.current = key;
    close();
    const main = document.getElementById('main');
    main?.scrollTo({ top: 0 });
    main?.focus({ preventScroll: true });
  }, [key, close]);
}
