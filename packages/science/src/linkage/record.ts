/** What is known of one customer and may be compared. Contacts are normalised (e-mail lower case, telephone E.164). */
export interface PersonRecord {
  givenName?: string | undefined;
  familyName?: string | undefined;
  /** `yyyy-mm-dd` */
  birthDate?: string | undefined;
  phones?: readonly string[] | undefined;
  emails?: readonly string[] | undefined;
  addresses?: readonly RecordAddress[] | undefined;
}

export interface RecordAddress {
  /** Street with number, as written. */
  line: string;
  postcode: string;
  city: string;
}
