// The form that creates a site from a name, a position and a file of outlines.

import { $, el } from './dom.js';
import { base, send } from './api.js';
import { position } from './position.js';
import { language, t } from './words.js';

/** Computing a site with thousands of buildings takes seconds, sending its file may take longer. */
const TIMEOUT_MILLISECONDS = 300_000;

const PROBE = `${base}/sites/new.geojson`;

/** Whether this server stores new sites. */
async function canCreate() {
  const allowed = await fetch(PROBE, { method: 'OPTIONS' });
  return (allowed.headers.get('Allow') ?? '').includes('PUT');
}

async function plan(place) {
  const [file] = $('new-file').files;
  const query = new URLSearchParams({
    name: $('new-name').value.trim(), ...place, radius: $('new-radius').value, file: file?.name ?? '',
  });
  const response = await send(`${base}/sites/new?${query}`, {
    method: 'POST',
    body: file ?? '',
    headers: { 'Content-Type': 'application/octet-stream' },
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  return response.json();
}

async function create(say) {
  const place = position($('new-position').value);
  if (!place) {
    say(t('new.bad'));
    return;
  }
  say(t('new.busy'));
  const { id, definition, report } = await plan(place);
  await send(`${base}/sites/${id}.geojson?replaces=0`, {
    method: 'PUT',
    body: `${JSON.stringify(definition, null, 1)}\n`,
    headers: { 'Content-Type': 'application/geo+json' },
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  say(
    el('p', {}, t('new.done', { id }), ' ', el('a', {
      id: 'new-open', href: `${base}/editor?lang=${language}&site=${id}`,
    }, t('new.open'))),
    el('ul', {}, report.map((line) => el('li', {}, line))),
    el('p', {}, t('new.then', { id })),
  );
  document.body.dataset.created = id;
}

/** Shows the form if this server stores new sites. */
export async function showNewSite() {
  if (!await canCreate().catch(() => false)) {
    return;
  }
  const say = (...content) => $('new-status').replaceChildren(...content);
  $('new-site').hidden = false;
  $('new-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    $('new-create').disabled = true;
    try {
      await create(say);
    } catch (error) {
      say(t('new.failed', { why: error.problem?.detail ?? error.message }));
    } finally {
      $('new-create').disabled = false;
    }
  });
}
