import { ActionIcon, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useWords } from '../../state/language';
import { Icon, type IconName } from '../common/Icon';

const NEXT: Readonly<Record<MantineColorScheme, MantineColorScheme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const ICONS: Readonly<Record<MantineColorScheme, IconName>> = { auto: 'auto', light: 'sun', dark: 'moon' };

/** As the system, light, dark, and round again. */
export function SchemeSwitch() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const label = `${t.nav.theme}: ${t.nav.themes[colorScheme]}`;
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={() => setColorScheme(NEXT[colorScheme])}>
      <Icon name={ICONS[colorScheme]} size={18} />
    </ActionIcon>
  );
}
