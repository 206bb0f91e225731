/** An amount in a currency's smallest unit, in words; undefined where none is agreed. */
export function amount(minor: number | null | undefined, currency: string | null | undefined) {
  if (minor === null || minor === undefined || !currency) return undefined;
  try {
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(
      minor / 10 ** decimals(currency),
    );
  } catch {
    // No currency that anybody knows: told as it stands.
    return `${minor} ${currency}`;
  }
}

/**
 * What somebody typed, in the currency's smallest unit: `12.50` in EUR is 1250, in JPY `12` is 12. Null for nothing, NaN for
 * what is no amount of that currency.
 */
export function minor(typed: string, currency: string): number | null {
  const text = typed.trim();
  if (!text) return null;
  const [, whole, part = ''] = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text) ?? [];
  let places = 2;
  try {
    places = decimals(currency);
  } catch {
    // The studio says what is wrong with the currency.
  }
  if (whole === undefined || part.length > places) return NaN;
  return Number(whole + part.padEnd(places, '0'));
}

/** The same the other way round, as somebody would type it. */
export function typed(minorAmount: number | null | undefined, currency: string | null | undefined): string {
  if (minorAmount === null || minorAmount === undefined) return '';
  let places = 2;
  try {
    places = decimals(currency ?? '');
  } catch {
    // As above.
  }
  return (minorAmount / 10 ** places).toFixed(places);
}

function decimals(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
