// Asks the API, and nobody else.

import { t } from './words.js';

export const base = document.body.dataset.base;
export const site = document.body.dataset.site;

const PATIENCE = 60_000;
const MOST_KEPT = 400;
const kept = new Map();

/** An answer that is none. Its message is for people. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(status === 0 ? t('error.down') : t('error.status', { status, detail: problem?.detail ?? '' }));
    this.status = status;
    this.problem = problem;
  }
}

/** The address of a page of the API for the site of this page. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams(site ? { site, ...parameters } : parameters);
  return `${base}${path}${query.size ? `?${query}` : ''}`;
}

/** Sends a request; the answer, whatever is good of it. */
export async function send(url, options = {}) {
  let answer;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch {
    throw new Refusal(0);
  }
  if (!answer.ok) {
    throw new Refusal(answer.status, await answer.json().catch(() => null));
  }
  return answer;
}

/** What a page of the API says now. */
export async function ask(path, parameters = {}) {
  const answer = await send(address(path, parameters), {
    headers: { Accept: 'application/json, application/geo+json' },
    // An older answer may be kept for a minute, but after an edit that would be the wrong one.
    cache: 'no-cache',
  });
  return answer.json().catch(() => {
    throw new Refusal(0);
  });
}

/** The same, from memory where it was asked before. Failures are not remembered. */
export function askOnce(path, parameters = {}) {
  const key = address(path, parameters);
  if (!kept.has(key)) {
    if (kept.size >= MOST_KEPT) {
      kept.delete(kept.keys().next().value);
    }
    const answer = ask(path, parameters);
    answer.catch(() => kept.delete(key));
    kept.set(key, answer);
  }
  return kept.get(key);
}

/** Forgets what was asked before. */
export const forget = () => kept.clear();
