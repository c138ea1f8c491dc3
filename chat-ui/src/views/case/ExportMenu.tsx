import { Button, Menu } from '@mantine/core';
import { EXPORT_FORMATS, exportAddress } from '../../api/cases';
import type { ExportFormat } from '../../api/cases';
import { useWords } from '../../state/language';
import { Icon } from '../common/Icon';

export function ExportMenu({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const names: Readonly<Record<ExportFormat, string>> = { stix: t.case.exportStix, navigator: t.case.exportNavigator };
  return (
    <Menu position="bottom-start" withinPortal keepMounted>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<Icon name="download" size={14} />}>
          {t.case.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={exportAddress(caseId, format)} download>
            {names[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
