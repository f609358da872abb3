/** PINs that are tried first: one digit, a run up or down, a pair again and again, a year of birth. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, place) => digit - (digits[place] ?? 0));
  const isRun =
    steps.every((step) => step === 0) || steps.every((step) => step === 1) || steps.every((step) => step === -1);
  const isPair = digits.every((digit, place) => digit === digits[place % 2]);
  return isRun || isPair || /^(19[4-9]|20[0-2])\d$/.test(pin);
}
