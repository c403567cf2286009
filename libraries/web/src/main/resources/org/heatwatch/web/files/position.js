// Positions as people write them.

const FORM = /^\s*([-+]?\d{1,2}(?:\.\d+)?)\s*(?:[,;]\s*|\s+)([-+]?\d{1,3}(?:\.\d+)?)\s*$/;

/** Latitude and longitude in degrees of a text such as "47.86, 35.16"; null if it is not a position. */
export function position(text) {
  const [, latitude, longitude] = (FORM.exec(text) ?? []).map(Number);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
