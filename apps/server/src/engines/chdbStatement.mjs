// Plain JavaScript, because the child runs as it is: from the sources under tests, and from the bundle in production.
// @ts-check

/**
 * What the HTTP interface must know of a statement before the engine sees it.
 * @typedef {object} Statement
 * @property {string} keyword first word, in capitals (SELECT, INSERT, CREATE, …); '(' for a parenthesised SELECT
 * @property {string | undefined} format what its FORMAT clause names
 * @property {boolean} several whether another statement follows after a semicolon, which ClickHouse refuses over HTTP
 * @property {boolean} writesFile whether it has INTO OUTFILE, which a server refuses
 * @property {string} text without the closing semicolon
 * @property {boolean} hasInlineData INSERT with VALUES or SELECT, or data after FORMAT: needs no request body
 */

const readKeywords = new Set(['SELECT', 'WITH', 'SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN', 'FROM', '(']);

/** @param {string} keyword */
export function isRead(keyword) {
  return readKeywords.has(keyword);
}

/**
 * Reads a statement's outline: enough of ClickHouse's lexer to tell words from strings and comments.
 * @param {string} sql
 * @returns {Statement}
 */
export function readStatement(sql) {
  let keyword = '';
  /** @type {string | undefined} */
  let format;
  let previous = '';
  let end = sql.length;
  let several = false;
  let hasInlineData = false;
  let depth = 0;
  let writesFile = false;
  for (const token of tokens(sql)) {
    if (token.text === ';') {
      end = Math.min(end, token.at);
      continue;
    }
    if (end < sql.length) {
      several = true;
      break;
    }
    const word = token.text.toUpperCase();
    if (keyword === '') keyword = word;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth === 0 && previous === 'FORMAT' && /^[A-Z]\w*$/.test(word)) {
      format = token.text;
      if (keyword === 'INSERT') {
        // What follows is data in that format, and may hold anything.
        hasInlineData = sql.slice(token.at + token.text.length).trim() !== '';
        break;
      }
    }
    if (keyword === 'INSERT' && depth === 0 && (word === 'VALUES' || word === 'SELECT' || word === 'WITH')) {
      hasInlineData = sql.slice(token.at + token.text.length).trim() !== '';
    }
    if (depth === 0 && previous === 'INTO' && word === 'OUTFILE') writesFile = true;
    previous = word;
  }
  return { keyword, format, several, writesFile, text: sql.slice(0, end), hasInlineData };
}

/**
 * Words, numbers and signs outside strings and comments.
 * @param {string} sql
 */
function* tokens(sql) {
  const pattern =
    /--[^\n]*|#[! ][^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`(?:[^`\\]|\\[\s\S]|``)*`|\$(\w*)\$[\s\S]*?\$\1\$|\s+|\w+|[\s\S]/gu;
  for (const match of sql.matchAll(pattern)) {
    const text = match[0];
    if (/^(?:\s|--|#[! ]|\/\*)/.test(text)) continue;
    yield { text, at: match.index };
  }
}

/**
 * The parts of `INSERT INTO table (columns) FORMAT name`, as @clickhouse/client writes it.
 * @param {string} text
 * @returns {{ table: string, columns: string[] | undefined, format: string } | undefined} undefined for any other form
 */
export function readPlainInsert(text) {
  const name = String.raw`(?:[A-Za-z_]\w*)`;
  const match = new RegExp(
    String.raw`^\s*INSERT\s+INTO\s+(${name}(?:\.${name})?)\s*(?:\(\s*(${name}(?:\s*,\s*${name})*)\s*\))?\s*FORMAT\s+(\w+)\s*;?\s*$`,
    'i',
  ).exec(text);
  if (match === null) return undefined;
  return { table: match[1] ?? '', columns: match[2]?.split(/\s*,\s*/), format: match[3] ?? '' };
}
