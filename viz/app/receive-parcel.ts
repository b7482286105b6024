/** The parcel that the page shows: inside it where it is a shared file, from the server that serves it otherwise. */
import { PARCEL, type Parcel } from '../parcel.ts';

/** The files are wrong at the moment; the message is what the command line says of them. */
export class WrongFiles extends Error {}

export const isShared = (): boolean => document.getElementById('parcel') !== null;

export async function receiveParcel(): Promise<Parcel> {
  const inside = document.getElementById('parcel')?.textContent;
  const text = inside ?? (await served());
  const parcel: Parcel = JSON.parse(text);
  if (parcel.aulaView !== PARCEL) {
    throw new Error(
      `this page is for another version of aula: it holds form ${parcel.aulaView}, not ${PARCEL}`,
    );
  }
  return parcel;
}

async function served(): Promise<string> {
  const answer = await fetch('parcel.json', { cache: 'no-store' });
  const text = await answer.text();
  if (answer.status === 422) throw new WrongFiles(text);
  if (!answer.ok) throw new Error(text);
  return text;
}
