// Adds the outlines of a file to the draft, and moves the map to coordinates.

import { $, el } from './dom.js';
import { base, send, site } from './api.js';
import { position } from './position.js';
import { t } from './words.js';

const TIMEOUT_MILLISECONDS = 300_000;

async function importFile(editing, file) {
  const query = new URLSearchParams({ file: file.name });
  const response = await send(`${base}/sites/${site}/outlines?${query}`, {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'application/octet-stream' },
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  const { features, report } = await response.json();
  const count = editing.addAll(features);
  $('import-report').replaceChildren(
    el('p', {}, t('import.done', { count })),
    el('ul', {}, report.map((line) => el('li', {}, line))),
  );
  document.body.dataset.imported = String(count);
}

/** Connects the file input. */
export function showImport(editing) {
  $('import').hidden = !editing.canSave;
  $('import-file').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (!file) {
      return;
    }
    $('import-report').replaceChildren(t('loading'));
    try {
      await importFile(editing, file);
    } catch (error) {
      $('import-report').replaceChildren(t('import.failed', { why: error.problem?.detail ?? error.message }));
    }
    // The same file may be chosen again after a correction.
    target.value = '';
  });
}

/** Connects the field that moves the map. */
export function showGoTo(map) {
  $('go').addEventListener('submit', (event) => {
    event.preventDefault();
    const place = position($('go-position').value);
    $('go-position').setAttribute('aria-invalid', String(!place));
    if (place) {
      map.centreOn(place);
    }
  });
}
