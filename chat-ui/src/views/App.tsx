import { Center, Loader } from '@mantine/core';
import { seesAlerts } from '../api/session';
import { ChatProvider } from '../state/chat';
import { EvidenceProvider } from '../state/evidence';
import { useWords } from '../state/language';
import { useSession } from '../state/session';
import { Failure } from './common/Failure';
import { AnalystShell } from './shell/AnalystShell';
import { StaffShell } from './shell/StaffShell';
import { SignIn } from './sign-in/SignIn';

/** Decides who sees what: nobody the sign-in page, staff the chat, everybody else the alerts. */
export function App() {
  const { t } = useWords();
  const { data, error, refetch } = useSession();
  if (error !== null) {
    return (
      <Center mih="100vh" component="main">
        <Failure failure={error} retry={() => void refetch()} />
      </Center>
    );
  }
  if (data === undefined) {
    return (
      <Center mih="100vh" component="main" aria-busy>
        <Loader aria-label={t.loading} />
      </Center>
    );
  }
  if (data.session === null) return <SignIn tokenRefused={data.refused} />;
  const { session } = data;
  return (
    <ChatProvider key={session.login}>
      <EvidenceProvider>
        {seesAlerts(session) ? <AnalystShell session={session} /> : <StaffShell session={session} />}
      </EvidenceProvider>
    </ChatProvider>
  );
}
