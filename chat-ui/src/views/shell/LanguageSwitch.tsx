import { Button } from '@mantine/core';
import { useWords } from '../../state/language';

/** Named in the language that it leads to: who needs it cannot read the present one. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
