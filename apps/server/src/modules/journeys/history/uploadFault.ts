/** Why an import stopped, for a screen to say in words of its own. `other` is told by its detail alone. */
export const uploadFaultRules = [
  'long_line',
  'not_json',
  'not_unpacked',
  'not_csv',
  'disk_full',
  'five_times',
  'left_alone',
  'other',
] as const;
export type UploadFaultRule = (typeof uploadFaultRules)[number];

export interface UploadFault {
  rule: UploadFaultRule;
  /** As in the file, the head counted; null where no line is to blame. */
  line: number | null;
  /** One sentence in English, for logs and for callers of the API. */
  detail: string;
}
