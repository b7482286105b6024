/**
 * The rules that decide what a figure means, in words. Each is written once in code where it acts; a report
 * prints them as footnotes, and a test bears each one's id.
 */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** In half a line, for a footnote. */
  readonly brief: string;
  readonly text: string;
}

export const RULES: readonly Rule[] = [
  {
    id: 'ties',
    title: 'Equal times',
    brief: 'services end before others arrive; calls come before lost patience',
    text: 'At one moment services end first, then staff and spaces change, visitors move on, who waited outside comes in, others arrive, limits and patience run out, and the doors close; whoever can be called at that moment is called before patience runs out. Equal visitors go by their order of arrival.',
  },
  {
    id: 'wait',
    title: 'Wait',
    brief: 'from arrival, booked time or the last service, to the next one',
    text: 'From the arrival, the booked time or the end of the last service or of a matter done at a kiosk, whichever is latest, to the start of the service at the place, with greeting, ticket and walking in it. Who comes before the doors open waits from the opening.',
  },
  {
    id: 'closing',
    title: 'Closing',
    brief: 'who is inside is served, or sent home, as closing says',
    text: 'Who is inside at closing time is served to the end (closing: serve), or sent home if waiting (send-home); services under way are finished, also where the role would break off. With serve, clerks whose shift is over stay until somebody else who is there or still comes could do what visitors inside have before them; after closing, until there are as many others as visitors whom they could serve; and as one of the minimum staff, until no visitor inside needs a clerk.',
  },
  {
    id: 'put-off',
    title: 'Put off',
    brief: 'nobody left today who may handle it: the visitor goes on, or leaves',
    text: 'A matter that nobody who may handle it, or whom it needs besides, is on duty for any more today, or for which there is no place or no minimum staff any more, is put off: the visitor goes on with the others, or leaves. Who leaves with no matter finished counts as left.',
  },
  {
    id: 'unfinished',
    title: 'Unfinished',
    brief: 'only a hard end of the day leaves visitors inside, counted apart',
    text: 'Whoever is still inside at a hard end of the day is counted as unfinished, and adds nothing to waits that were not yet over.',
  },
  {
    id: 'shift-end',
    title: 'End of a shift',
    brief: 'by role: finish, hand over, or break off and resume',
    text: 'By role: finish serves the visitor to the end; hand-over gives the rest to a free colleague with the mandate, at the same place, and finishes where none is free; resume breaks off, and the rest is done by the next such clerk, the visitor keeping its place in the line.',
  },
  {
    id: 'hand-over',
    title: 'Hand-over',
    brief: 'who has the mandate already goes on, and nothing is handed over',
    text: 'What of a matter needs a wider mandate is done at once by a clerk who has it already, at the same place where that suits, also at the end of a shift or before a break; then nothing has been handed over, and it counts as one service. Otherwise the visitor waits, for somebody who has the mandate or for another place, and it is a hand-over.',
  },
  {
    id: 'breaks',
    title: 'Breaks',
    brief: 'after the present visitor, with cover, and in full length',
    text: 'A break that is due begins when the clerk has no visitor and enough others are there (cover, minimum staff), and then has its full length.',
  },
  {
    id: 'joint-seizing',
    title: 'Several things at once',
    brief: 'clerk, space and helpers together or not at all; hold for the longest',
    text: 'Clerk, space, interpreter, guard and equipment are taken together at the call or not at all, so there is no deadlock. Of those who have waited longer than hold, the first has what is free of its needs kept for it, so nobody starves.',
  },
  {
    id: 'reneging',
    title: 'Leaving while waiting',
    brief: 'releases the place in the line, the seats and a kept clerk',
    text: 'Releases the place in the line, the seats and the clerk kept in reserve. Nothing else is held while waiting. Patience runs for each wait anew, and not from the call on.',
  },
  {
    id: 'queue-length',
    title: 'Length of a queue',
    brief: 'counts those who wait, not those in service',
    text: 'Counts visits that wait, not those in service. A shortest queue is that of the role for which the fewest wait for each clerk on duty, a visitor counting for every role that could serve it. A visitor who balks looks at all who wait in the house.',
  },
  {
    id: 'mandates',
    title: 'Mandates',
    brief: 'pragmatic staff act without one only where nobody with it can serve now',
    text: 'A clerk needs one mandate for all parts of what is done. With mandates: pragmatic, one with a mandate for some part of the matter or of its hand-over also does the others, at the speed of the mandate that fits best, when nobody with the mandate can serve the visitor at that moment; under dedicated routing, when no role with it is on duty. Going on with the same clerk, and taking over at the end of a shift, need the mandate all the same.',
  },
  {
    id: 'protected',
    title: 'Protected visitors',
    brief: 'wait apart, and go out by a door of their own, as the policy says',
    text: 'With protectedWaiting, visitors under non-disclosure wait in such areas and nowhere else, if need be standing, and nobody else waits there. With protectedExit, they walk to that door when all is done. Who stops waiting, or has not been further in than the doors, leaves at once, as everybody does.',
  },
  {
    id: 'party',
    title: 'Coming together',
    brief: 'a group, or rows of one party, come together; each has its own visit',
    text: 'Walk-ins of one group, and rows of a recorded list with the same party, come together, and each has a visit of its own: they wait, are called and leave one by one, and may be parted at the door.',
  },
  {
    id: 'opponents',
    title: 'Opponents',
    brief: 'the k-th of two arrivals against each other, whether they come or not',
    text: 'The k-th visitor of an arrival and the k-th of that which it is against are opponents. Walk-ins and recorded visitors count in the order in which they come, also who is turned away; booked ones in the order of their slots, also who does not come.',
  },
  {
    id: 'no-repeat',
    title: 'Schedules',
    brief: 'times are of one day and do not repeat over a longer horizon',
    text: 'Rates, shifts, timetables and appointments are times of one day and do not repeat; the last rate holds until the doors close. A horizon longer than a day is one long day.',
  },
  {
    id: 'fallback',
    title: 'Fall-back',
    brief: 'after the limit a less private space will do; the place in line stays',
    text: 'A matter waits for a proper space until its limit, from joining the queue, and then takes a less private one too; its place in the line stays.',
  },
];
