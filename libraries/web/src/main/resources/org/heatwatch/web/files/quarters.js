// Calendar quarters as numbers, and the heat sources that were warm in a range of them.

/** The number of the quarter of a date such as 2025-11-04: consecutive quarters have consecutive numbers. */
export const quarterOf = (date) => 4 * Number(date.slice(0, 4)) + Math.floor((Number(date.slice(5, 7)) - 1) / 3);

export const yearOf = (quarter) => Math.floor(quarter / 4);

/** The quarter within its year, 1 to 4. */
export const partOf = (quarter) => quarter % 4 + 1;

/** For example 2025-q4. */
export const code = (quarter) => `${yearOf(quarter)}-q${partOf(quarter)}`;

function parse(text) {
  const [, year, part] = /^(\d{4})-q([1-4])$/.exec(text) ?? [];
  return year ? 4 * Number(year) + Number(part) - 1 : null;
}

/** The first and last quarter in which any of the sources was warm, as { from, to }. */
export function span(sources) {
  return {
    from: Math.min(...sources.map(({ firstSeen }) => quarterOf(firstSeen))),
    to: Math.max(...sources.map(({ lastSeen }) => quarterOf(lastSeen))),
  };
}

/** Reads a period such as 2020-q1/2021-q4, limited to a span; the whole span if it is not valid. */
export function parsePeriod(text, whole) {
  const [from, to] = text.split('/').map(parse);
  const isValid = from != null && to != null && from <= to && to >= whole.from && from <= whole.to;
  return isValid ? { from: Math.max(from, whole.from), to: Math.min(to, whole.to) } : whole;
}

export const periodText = ({ from, to }) => `${code(from)}/${code(to)}`;

/** Whether the time span of a source and a period overlap. */
export const isWarmIn = (source, { from, to }) => quarterOf(source.firstSeen) <= to
  && quarterOf(source.lastSeen) >= from;
