// Texts, dates and numbers in the language of the page.

const texts = JSON.parse(document.getElementById('words').textContent);
export const language = document.documentElement.lang;
const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
const BRIEF = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** A text by its key; values replace the names in braces. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** Forms of the reasons that the API states in English: pattern, names of its groups, text in this language. */
const forms = JSON.parse(document.getElementById('reasons')?.textContent ?? '[]')
  .map((form) => ({ ...form, pattern: new RegExp(form.pattern) }));

/** A reason, flag or sentence of evidence in the language of the page; unknown forms stay as they are. */
export function reason(text) {
  for (const { pattern, names, template } of forms) {
    const values = pattern.exec(text);
    if (values) {
      return template.replace(/\{(\w+)\}/g, (whole, name) => (
        names.includes(name) ? reason(values[names.indexOf(name) + 1]) : whole));
    }
  }
  return text.includes('; ') ? text.split('; ').map(reason).join('; ') : text;
}

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
const names = (form) => MONTHS.map((stamp) => (
  new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(new Date(stamp))));

/** Names of the months, as uPlot wants them. */
export const monthNames = () => ({ MMMM: names({ month: 'long' }), MMM: names({ month: 'short' }) });

/** Formats a date, for example 2025-11-04. */
export const day = (date) => (date ? DAY.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '');

/** The same, shorter. */
export const briefDay = (date) => (date ? BRIEF.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : '');

/** Formats an instant as date and time in the time zone of the site. */
export function time(instant, zone) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hour12: false, timeZone: zone })
    .format(new Date(instant));
}

/** Formats an instant as date and time in UTC. */
export const utc = (instant) => instant.slice(0, 16).replace('T', ' ');

export const signed = (value) => `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(1)}`;

/** The excess of an observation with its standard error. */
export function excess(observation) {
  if (observation?.effectiveKelvin == null || observation.effectiveStandardError == null) {
    return t('never.seen');
  }
  const text = `${signed(observation.effectiveKelvin)} ± ${observation.effectiveStandardError.toFixed(1)} K`;
  return observation.provisional ? t('excess.provisional', { excess: text }) : text;
}

export const score = (value) => (value == null ? '' : value > 99.9 ? '>99.9' : value.toFixed(1));

/** The name of a feature, with a caveat if its outline is a placeholder or not verified. */
export function label(feature) {
  const name = feature.names?.[language] ?? feature.name;
  if (feature.placeholder) {
    return t('label.placeholder', { name });
  }
  return feature.verified ? name : t('label.unverified', { name });
}
