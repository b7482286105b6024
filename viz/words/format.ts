/** Numbers, times and units as the language has them. */
import type { Language } from '../app/state.ts';

/** British English and Finnish and Swedish as in Finland. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-FI' };

export class Format {
  readonly locale: string;
  private readonly digits = new Map<string, Intl.NumberFormat>();
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
    this.locale = LOCALES[language];
  }

  /** With so many decimals at most. */
  number(value: number, decimals = 0): string {
    return this.formatter(`n${decimals}`, { maximumFractionDigits: decimals }).format(value);
  }

  /** With so many decimals always, so that numbers in a column line up. */
  fixed(value: number, decimals: number): string {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return this.formatter(`f${decimals}`, options).format(value);
  }

  percent(share: number, decimals = 0): string {
    return this.formatter(`p${decimals}`, { style: 'percent', maximumFractionDigits: decimals }).format(
      share,
    );
  }

  /** Seconds after midnight as a time of day: 9:05, in Finnish 9.05. */
  time(seconds: number, withSeconds = false): string {
    const whole = Math.max(0, Math.floor(seconds));
    const two = (number: number) => String(number).padStart(2, '0');
    const parts = [String(Math.floor(whole / 3600)), two(Math.floor(whole / 60) % 60)];
    if (withSeconds) parts.push(two(whole % 60));
    return parts.join(this.language === 'en' ? ':' : '.');
  }

  /** A length of time: 45 s, 6 min, 2 h 5 min. */
  duration(seconds: number): string {
    const whole = Math.round(seconds);
    if (whole < 90) return `${this.number(whole)} s`;
    const minutes = Math.round(whole / 60);
    if (minutes < 120) return `${this.number(minutes)} min`;
    return `${this.number(Math.floor(minutes / 60))} h ${this.number(minutes % 60)} min`;
  }

  private formatter(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    let found = this.digits.get(key);
    if (found === undefined) {
      found = new Intl.NumberFormat(this.locale, options);
      this.digits.set(key, found);
    }
    return found;
  }
}
