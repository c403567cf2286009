// Client of the API.

import { t } from './words.js';

export const base = document.body.dataset.base;
export const site = document.body.dataset.site;
/** Whether the page and its data are files, without a server that answers requests. */
export const isPublished = document.body.dataset.published === 'true';

const TIMEOUT_MILLISECONDS = 60_000;
const MAX_CACHED = 400;
const cache = new Map();

/** A failed request. The message is shown to the reader; status 0 means that there was no answer. */
export class RequestError extends Error {
  constructor(status, problem) {
    super(status === 0 ? t('error.down') : t('error.status', { status, detail: problem?.detail ?? '' }));
    this.status = status;
    this.problem = problem;
  }
}

const EXTENSIONS = { json: 'geojson', kml: 'kmz' };

/** The file of a resource, as `heatwatch publish` names it. */
function file(path, { f: form = 'json', lang }) {
  // English has no mark of its own.
  const mark = lang && lang !== 'en' ? `.${lang}` : '';
  if (/\.\w+$/.test(path)) {
    return path.replace(/(\.\w+)$/, `${mark}$1`);
  }
  return path.endsWith('/items')
    ? `${path.slice(0, -'/items'.length)}${mark}.${EXTENSIONS[form] ?? form}`
    : `${path}.${form}`;
}

/** The URL of a resource of the API for the site of this page. */
export function address(path, parameters = {}) {
  if (isPublished) {
    return `${base}${file(path, parameters)}`;
  }
  const query = new URLSearchParams(site ? { site, ...parameters } : parameters);
  return `${base}${path}${query.size ? `?${query}` : ''}`;
}

/** Sends a request and returns the response; throws RequestError unless it is successful. */
export async function send(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS), ...options });
  } catch {
    throw new RequestError(0);
  }
  if (!response.ok) {
    throw new RequestError(response.status, await response.json().catch(() => null));
  }
  return response;
}

/** Fetches the current JSON of a resource. */
export async function fetchJson(path, parameters = {}) {
  const response = await send(address(path, parameters), {
    headers: { Accept: 'application/json, application/geo+json' },
    // Responses may be cached for a minute, but after an edit a cached response would be stale.
    cache: 'no-cache',
  });
  return response.json().catch(() => {
    throw new RequestError(0);
  });
}

/** The same, cached in memory. Failures are not cached. */
export function fetchCached(path, parameters = {}) {
  const key = address(path, parameters);
  if (!cache.has(key)) {
    if (cache.size >= MAX_CACHED) {
      cache.delete(cache.keys().next().value);
    }
    const json = fetchJson(path, parameters);
    json.catch(() => cache.delete(key));
    cache.set(key, json);
  }
  return cache.get(key);
}

/** Clears the cache. */
export const clearCache = () => cache.clear();
