// Saves the draft as the next version.

import { $ } from './dom.js';
import { RequestError, base, send, site } from './api.js';
import { showConflict } from './conflict.js';
import { showRescore, snapshot, untilPublished } from './rescore.js';
import { t } from './words.js';

/** Scoring a long history takes minutes. */
const TIMEOUT_MILLISECONDS = 900_000;

const address = `${base}/sites/${site}.geojson`;

/** Loads a version of the site definition; by default the current one. */
export async function load(version) {
  const response = await send(`${address}${version ? `?version=${version}` : ''}`, { cache: 'no-store' });
  const definition = await response.json();
  // A file may have the ids only among the properties.
  definition.features.forEach((feature) => {
    feature.id ??= feature.properties.id;
  });
  return { version: Number(response.headers.get('Heatwatch-Site-Version')), definition };
}

/** Whether this server accepts saves. */
export async function canSave() {
  const allowed = await fetch(address, { method: 'OPTIONS' });
  return (allowed.headers.get('Allow') ?? '').includes('PUT');
}

async function handleFailure(editing, error, isSent, saved, reportError) {
  if (saved) {
    editing.setStatus(t('save.late', { version: saved.version }));
  } else if (error instanceof RequestError && error.status === 409) {
    editing.setStatus('');
    await load().then((theirs) => showConflict(editing, theirs)).catch(reportError);
  } else if (isSent && error instanceof RequestError && error.status === 0) {
    editing.setStatus(t('save.unknown'));
  } else {
    editing.setStatus(t('save.failed', { why: error.problem?.detail ?? error.message }));
    if (error.problem?.defects) {
      editing.setFindings({ good: false, defects: error.problem.defects, warnings: [] });
    }
  }
}

async function save(editing, reportError) {
  const { draft } = editing;
  const edited = draft.changes();
  const sent = structuredClone(draft.now);
  const text = draft.text();
  const from = draft.version;
  let isSent = false;
  let saved = null;
  editing.setBusy(true);
  editing.setStatus(t('loading'));
  try {
    const before = await snapshot(edited);
    editing.setStatus(t('save.busy', { version: from + 1 }));
    isSent = true;
    const response = await send(`${address}?replaces=${from}`, {
      method: 'PUT',
      body: text,
      headers: { 'Content-Type': 'application/geo+json' },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    saved = await response.json();
    // Edits made while saving are not saved yet.
    const since = editing.draft.now;
    editing.draft.discard();
    editing.open(saved.version, sent);
    editing.replace(since);
    if (!saved.told && !await untilPublished(saved.version)) {
      editing.setStatus(t('save.late', { version: saved.version }));
      return;
    }
    showRescore(saved.version, before, await snapshot(edited));
    editing.setStatus(t('save.done', { version: saved.version }));
    document.body.dataset.saved = String(saved.version);
  } catch (error) {
    await handleFailure(editing, error, isSent, saved, reportError);
  } finally {
    editing.setBusy(false);
  }
}

function refresh(editing) {
  const { draft } = editing;
  const count = draft.changes().length;
  $('save').textContent = t('save', { version: draft.version + 1 });
  $('save').disabled = !editing.maySave;
  $('undo').disabled = draft.undoSteps.length === 0;
  $('redo').disabled = draft.redoSteps.length === 0;
  const changes = count ? t('editor.changed', { count }) : t('editor.unchanged');
  $('version').textContent = `${t('editor.version', { version: draft.version })}, ${changes}`;
  $('saving').textContent = editing.status || (editing.canSave ? '' : t('save.cannot'));
}

/** Shows the saving status and connects the button that saves. */
export function showSaving(editing, reportError) {
  ['draft', 'findings', 'saving'].forEach((event) => editing.on(event, () => refresh(editing)));
  $('save').addEventListener('click', () => save(editing, reportError));
}
