import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../shared/language.tsx';
import { type Role, useMe } from './me.ts';
import { shellWords } from './words.ts';

/** An address of somebody else's work: what it is, whose, and the way back to one's own. */
export function NoRight({ place, roles }: { place: string; roles: readonly Role[] }) {
  const t = useWords(shellWords);
  const me = useMe();
  return (
    <Stack component="main" align="center" mt={96} px="md" gap="sm" ta="center">
      <Title order={1}>{t('noRightTitle', { place })}</Title>
      <Text c="dimmed" maw={480}>
        {t('noRightText', { place, role: t(me.role), roles: roles.map((role) => t(role)).join(', ') })}
      </Text>
      <Anchor component={Link} to="/">
        {t('noRightHome')}
      </Anchor>
    </Stack>
  );
}
