/** The words the networks ask for, and what people here write. */
const words = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'rezygnuje', 'rezygnuję', 'стоп']);

/** Whether a text is nothing but a wish for no more of them: "don't stop" and a whole letter are for a person to read. */
export const saysStop = (text: string): boolean =>
  words.has(
    text
      .normalize('NFC')
      .trim()
      .replace(/[.!"'„”]+/gu, '')
      .trim()
      .toLowerCase(),
  );
