import { Button, Menu } from '@mantine/core';
import type { Session } from '../../api/session';
import { useChatStore } from '../../state/chat';
import { useWords } from '../../state/language';
import { useSignOut } from '../../state/session';
import { Icon } from '../common/Icon';

export function AccountMenu({ session }: { session: Session }) {
  const { t } = useWords();
  const signOut = useSignOut();
  const chats = useChatStore();
  const leave = (): void => {
    chats.clear();
    signOut.mutate();
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={`${t.nav.account}: ${session.login}`} leftSection={<Icon name="user" />}>
          {session.login}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.roles.map((role) => t.roles[role] ?? role).join(' · ')}</Menu.Label>
        <Menu.Item onClick={leave}>{t.signIn.out}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
