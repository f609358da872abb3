/** A device as people name it. Never the agent's whole text: its versions and builds tell one person's machine from another's. */
export interface DeviceFamily {
  browser: string;
  system: string;
}

// In the order of who pretends to be whom: Edge names itself Chrome and Safari too, Chrome names itself Safari.
const browsers: [RegExp, string][] = [
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(OPR|OPiOS|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const familyIn = (agent: string, families: readonly [RegExp, string][]) =>
  families.find(([pattern]) => pattern.test(agent))?.[1] ?? '';

/** Browser and system of an agent's text; undefined where it names neither. */
export function readAgent(agent: unknown): DeviceFamily | undefined {
  if (typeof agent !== 'string') return undefined;
  const text = agent.slice(0, 500);
  const [browser, system] = [familyIn(text, browsers), familyIn(text, systems)];
  return browser === '' && system === '' ? undefined : { browser, system };
}
