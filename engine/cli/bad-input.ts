/** Something that the user gave and that cannot be used; the message says what, and what to do. */
export class BadInput extends Error {}
