/**
 * What is wrong with a file that is not YAML, in words for somebody who does not know YAML's own terms.
 */
import type { YAMLError } from 'yaml';
import { quoted } from './visible.ts';

const WORDS: readonly (readonly [code: YAMLError['code'], part: string, words: string])[] = [
  ['TAB_AS_INDENT', '', 'a tab stands in the indentation; use spaces'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'nested mappings',
    'keys cannot stand inside this value; put text with a colon in quotes, or keys on lines of their own',
  ],
  ['BAD_INDENT', 'mapping items', 'the keys of one map must start in the same column'],
  ['BAD_INDENT', 'sequence items', 'the entries of one list must start in the same column'],
  ['MISSING_CHAR', 'implicit map keys', "this line is neither a 'key: value' nor a list's '- entry'"],
  ['MISSING_CHAR', 'sequence item without', "the entries of a list start with '- '"],
  ['BAD_INDENT', 'flow sequence in block', "a ']' is missing, or a line inside the brackets is not indented"],
  ['BAD_INDENT', 'flow map in block', "a '}' is missing, or a line inside the braces is not indented"],
  [
    'MISSING_CHAR',
    'flow sequence in block',
    "a ']' is missing, or a line inside the brackets is not indented",
  ],
  ['MISSING_CHAR', 'flow map in block', "a '}' is missing, or a line inside the braces is not indented"],
  ['MISSING_CHAR', 'between flow', "a ',' is missing before this"],
  ['UNEXPECTED_TOKEN', 'block-seq-ind on same line', 'the entries of a list start on lines of their own'],
  ['MISSING_CHAR', "closing 'quote", "a closing ' is missing"],
  ['MISSING_CHAR', 'closing "quote', 'a closing " is missing'],
  ['MULTILINE_IMPLICIT_KEY', '', "a key must be on one line; is a ':' missing, or a quote not closed?"],
  ['BAD_SCALAR_START', '', 'text that starts with this character must be in quotes'],
  [
    'TAG_RESOLVE_FAILED',
    '',
    "tags, which start with '!', are not used in scenarios; put such text in quotes",
  ],
  ['RESOURCE_EXHAUSTION', '', 'is nested too deep'],
];

/** The message for an error or warning of the library; `at` is the text that it points to. */
export function syntaxMessage(code: YAMLError['code'], message: string, at: string): string {
  const known = WORDS.find(([of, part]) => of === code && message.toLowerCase().includes(part));
  if (known !== undefined) return known[2];
  const [line = ''] = at.trim().split('\n');
  const where = line === '' || message.includes(line) ? '' : `, at ${quoted(line)}`;
  return `is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}${where}`;
}
