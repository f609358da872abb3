/** Pure mathematics: no input, no output, no dependency. */
export {};
