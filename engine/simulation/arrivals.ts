/**
 * When visitors come: walk-ins by a rate, bookings with punctuality and no-shows, recorded lists; and what
 * kind of day it is, busy or quiet, with or without a peak. It schedules each source's next arrival.
 */
import { exponentialQuantile } from '../kernel/exponential.ts';
import { RateProfile } from '../kernel/poisson-process.ts';
import { type Sampler, sampler } from '../kernel/sampler.ts';
import { Stream } from '../kernel/stream.ts';
import type { Model, Source } from '../model/model.ts';
import type { Agenda } from './agenda.ts';
import { EVENT } from './events.ts';
import type { SourceStreams } from './source-streams.ts';

/** More visitors than this do not come at once. */
const LARGEST_GROUP = 1000;

export interface Booking {
  readonly source: number;
  /** How many of the source had booked before, in the order of slots. */
  readonly ordinal: number;
  /** The booked time. */
  readonly time: number;
  /** False for a no-show. */
  readonly comes: boolean;
}

export class Arrivals {
  private readonly model: Model;
  private readonly agenda: Agenda;
  private readonly streams: readonly SourceStreams[];
  private readonly busyness: Stream;
  private readonly peaks: Stream;
  private readonly drawBusyness: Sampler;
  /** By source. */
  private readonly drawGroup: readonly Sampler[];
  private readonly drawPunctuality: readonly Sampler[];
  /** By source: its rates, by which of the peaks happen; made when first needed. */
  private readonly rates: readonly Map<string, RateProfile>[];
  /** Indices of the peaks that happen today. */
  private peaksToday: number[] = [];
  private readonly rateToday: RateProfile[];
  private readonly factorToday: Float64Array;
  /** By source: the integral of its rate up to its last arrival, in visitors. */
  private readonly position: Float64Array;
  /** By source: the next row of its recorded list. */
  private readonly row: Int32Array;
  readonly bookings: Booking[] = [];

  constructor(model: Model, seed: string, streams: readonly SourceStreams[], agenda: Agenda) {
    this.model = model;
    this.agenda = agenda;
    this.streams = streams;
    this.busyness = new Stream(seed, 'day/busyness');
    this.peaks = new Stream(seed, 'day/peaks');
    this.drawBusyness = sampler(model.scenario.day.busyness);
    const { sources } = model;
    this.drawGroup = sources.map(({ group }) => sampler(group));
    this.drawPunctuality = sources.map(({ appointments }) =>
      sampler(appointments?.punctuality ?? { family: 'deterministic', value: 0 }),
    );
    this.rates = sources.map(() => new Map());
    this.rateToday = new Array(sources.length);
    this.factorToday = new Float64Array(sources.length);
    this.position = new Float64Array(sources.length);
    this.row = new Int32Array(sources.length);
  }

  /** Begins a day, for which the sources' streams have been seated: draws its kind, and each first arrival. */
  begin(replication: number): void {
    this.busyness.reseat(replication);
    this.peaks.reseat(replication);
    const busyness = Math.max(0, this.drawBusyness(this.busyness));
    this.peaksToday = this.model.peaks.flatMap(({ probability }, peak) =>
      this.peaks.next() < probability ? [peak] : [],
    );
    this.bookings.length = 0;
    this.position.fill(0);
    this.row.fill(0);
    this.model.sources.forEach((source, index) => {
      this.factorToday[index] = source.busyness ? busyness : 1;
      if (source.rate) {
        this.rateToday[index] = this.rateWith(index, source.rate);
        this.scheduleWalkIn(index);
      }
      if (source.appointments) this.book(index, source.appointments);
      if (source.trace) this.scheduleRecorded(index, source.trace);
    });
  }

  /** Walk-ins of the source have come: how many at once. Schedules the next ones. */
  walkInGroup(source: number): number {
    const { arrivals } = this.streams[source];
    const size = Math.min(LARGEST_GROUP, Math.max(0, this.drawGroup[source](arrivals)));
    // Rounded up or down by chance, so that the mean stays what it is.
    const whole = Number.isInteger(size) ? size : Math.floor(size + arrivals.next());
    this.scheduleWalkIn(source);
    return whole;
  }

  /** The recorded visitor of the source has come: its row. Schedules the next one. */
  recordedRow(source: number): number {
    const row = this.row[source];
    this.row[source] = row + 1;
    this.scheduleRecorded(source, this.model.sources[source].trace ?? []);
    return row;
  }

  private scheduleWalkIn(source: number): void {
    const factor = this.factorToday[source];
    if (factor <= 0) return;
    // Unit-exponential steps along the integral of the rate; a busy day takes shorter steps.
    const step = exponentialQuantile(this.streams[source].arrivals.next()) / factor;
    this.position[source] += step;
    const time = this.rateToday[source].inverse(this.position[source]);
    if (time < Number.POSITIVE_INFINITY) this.agenda.at(time, EVENT.walkInArrives, source);
  }

  private scheduleRecorded(source: number, trace: NonNullable<Source['trace']>): void {
    const row = this.row[source];
    if (row < trace.length) this.agenda.at(trace[row].time, EVENT.recordedArrives, source);
  }

  /** The source's rate of the day, with the peaks that happen. */
  private rateWith(source: number, rate: NonNullable<Source['rate']>): RateProfile {
    const happening = this.peaksToday.filter((peak) => this.model.peaks[peak].sources.includes(source));
    const key = happening.join();
    const known = this.rates[source].get(key);
    if (known) return known;
    const { close } = this.model.scenario.day.doors;
    const profile = happening.reduce(
      (changed, peak) => {
        const { factor, from, to } = this.model.peaks[peak];
        return changed.times(factor, from, to);
      },
      new RateProfile(rate.shape, rate.points, close),
    );
    this.rates[source].set(key, profile);
    return profile;
  }

  /** Every slot draws the same, booked or not, so that a change of one share moves no other slot. */
  private book(source: number, slots: NonNullable<Source['appointments']>): void {
    const { arrivals } = this.streams[source];
    let ordinal = 0;
    for (let k = 0; slots.from + k * slots.every < slots.to; k++) {
      const time = slots.from + k * slots.every;
      for (let place = 0; place < slots.places; place++) {
        const isBooked = arrivals.next() < slots.filled;
        const comes = arrivals.next() >= slots.noShow;
        const arrives = Math.max(0, time + this.drawPunctuality[source](arrivals));
        if (!isBooked) continue;
        this.agenda.at(comes ? arrives : time, EVENT.bookingArrives, this.bookings.length);
        this.bookings.push({ source, ordinal: ordinal++, time, comes });
      }
    }
  }
}
