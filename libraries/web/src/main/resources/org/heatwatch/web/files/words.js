// What people read, in the language of the page.

const texts = JSON.parse(document.getElementById('words').textContent);
export const language = document.documentElement.lang;
const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
const BRIEF = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** A text; values stand in braces in it. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** A day, of a date such as 2025-11-04. */
export const day = (date) => (date ? DAY.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '');

/** The same where there is little room. */
export const briefDay = (date) => (date ? BRIEF.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '');

/** Day and time at the site, of an instant in UTC. */
export function time(instant, zone) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hour12: false, timeZone: zone })
    .format(new Date(instant));
}

/** Day and time in UTC, as products have it. */
export const utc = (instant) => instant.slice(0, 16).replace('T', ' ');

export const signed = (value) => `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(1)}`;

/** A reading with its standard error, never without. */
export function excess(look) {
  if (look?.effectiveKelvin == null || look.effectiveStandardError == null) {
    return t('never.seen');
  }
  const number = `${signed(look.effectiveKelvin)} ± ${look.effectiveStandardError.toFixed(1)} K`;
  return look.provisional ? t('excess.provisional', { excess: number }) : number;
}

export const score = (value) => (value == null ? '' : value > 99.9 ? '>99.9' : value.toFixed(1));

/** A name with what must not be left out of it. */
export function label(feature) {
  if (feature.placeholder) {
    return t('label.placeholder', { name: feature.name });
  }
  return feature.verified ? feature.name : t('label.unverified', { name: feature.name });
}
