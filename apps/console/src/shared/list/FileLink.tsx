import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWords } from '../language.tsx';
import { useMayExport } from './useTakeAlong.ts';
import { listWords } from './words.ts';

/** A file the server makes; who may not take data along sees that there is one, and whom to ask. */
export function FileLink({ href, name, label }: { href: string; name: string; label: string }) {
  const t = useWords(listWords);
  const mayExport = useMayExport();
  const icon = <IconDownload size={16} aria-hidden="true" />;
  if (mayExport)
    return (
      <Button component="a" variant="default" href={href} download={name} leftSection={icon}>
        {label}
      </Button>
    );
  return (
    <Button
      variant="default"
      data-disabled
      aria-disabled
      title={t('noExport')}
      leftSection={icon}
      onClick={(event) => event.preventDefault()}
    >
      {label}
    </Button>
  );
}
