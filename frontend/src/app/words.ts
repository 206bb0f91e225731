const LANGUAGE = 'en-GB';

/** A moment's day where the reader is, or a date as it stands. */
export function day(given: string): string {
  const dateAlone = /^\d{4}-\d{2}-\d{2}$/.test(given);
  return new Intl.DateTimeFormat(LANGUAGE, {
    dateStyle: 'long',
    timeZone: dateAlone ? 'UTC' : undefined,
  }).format(new Date(given));
}

/** A moment where the reader is. */
export function moment(given: string): string {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(given));
}

/** A code as a word: `social-media` as `social media`. */
export function word(code: string): string {
  return code.replaceAll('-', ' ');
}

export function list(items: readonly string[], none: string): string {
  return items.length === 0 ? none : new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(items);
}

export function territory(code: string): string {
  return code === 'world' ? 'the whole world' : named('region', code);
}

export function language(tag: string): string {
  return named('language', tag);
}

export function count(n: number, one: string, many: string): string {
  return `${new Intl.NumberFormat(LANGUAGE).format(n)} ${n === 1 ? one : many}`;
}

function named(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(LANGUAGE, { type }).of(code) ?? code;
  } catch {
    // No code at all: told as it was written.
    return code;
  }
}
