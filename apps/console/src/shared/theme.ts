import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Mantine wants ten shades of the accent; the tokens decide what is seen (cssVariables below). */
const velvet: MantineColorsTuple = [
  '#e7f0ec',
  '#cfe2da',
  '#a3cbbc',
  '#74b29c',
  '#46b795',
  '#2a8a6f',
  '#0f5d4a',
  '#0b4a3b',
  '#093c30',
  '#062a22',
];

/** Mantine reckons the words on a filled button from the light accent; on the lighter one of the dark they are dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isAccent = (input.color ?? input.theme.primaryColor) === 'velvet';
  return input.variant === 'filled' && isAccent ? { ...colours, color: 'var(--on-velvet)' } : colours;
};

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'velvet',
  primaryShade: { light: 6, dark: 4 },
  colors: { velvet },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  // A name in no language, as in dialogs: a button of a sign alone has none.
  components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'OK' } } } },
});

/** One set of colours for everything: Mantine's own names point to the tokens. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--ground)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-anchor': 'var(--velvet)',
    '--mantine-color-error': 'var(--brick)',
    '--mantine-color-velvet-filled': 'var(--velvet)',
    '--mantine-color-velvet-filled-hover': 'var(--velvet-hover)',
    '--mantine-color-velvet-light': 'var(--velvet-soft)',
    '--mantine-color-velvet-light-hover': 'var(--velvet-soft)',
    '--mantine-color-velvet-light-color': 'var(--velvet)',
    '--mantine-color-velvet-outline': 'var(--velvet)',
    '--mantine-color-velvet-text': 'var(--velvet)',
    '--mantine-primary-color-contrast': 'var(--on-velvet)',
  };
  return { variables: {}, light: both, dark: both };
};
