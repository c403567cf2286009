// Saving the draft as the next version.

import { $ } from './dom.js';
import { Refusal, base, send, site } from './api.js';
import { showConflict } from './conflict.js';
import { showRescore, snapshot, untilTold } from './rescore.js';
import { t } from './words.js';

/** Scoring a long history takes a while. */
const PATIENCE = 900_000;

const address = `${base}/sites/${site}.geojson`;

/** A version of the site's definition, the current one unless told otherwise. */
export async function load(version) {
  const answer = await send(`${address}${version ? `?version=${version}` : ''}`, { cache: 'no-store' });
  const definition = await answer.json();
  // A file may have ids among the properties alone.
  definition.features.forEach((feature) => {
    feature.id ??= feature.properties.id;
  });
  return { version: Number(answer.headers.get('Heatwatch-Site-Version')), definition };
}

/** Whether this server lets the page save. */
export async function maySave() {
  const allowed = await fetch(address, { method: 'OPTIONS' });
  return (allowed.headers.get('Allow') ?? '').includes('PUT');
}

async function notSaved(editing, error, isSent, saved, trouble) {
  if (saved) {
    editing.say(t('save.late', { version: saved.version }));
  } else if (error instanceof Refusal && error.status === 409) {
    editing.say('');
    await load().then((theirs) => showConflict(editing, theirs)).catch(trouble);
  } else if (isSent && error instanceof Refusal && error.status === 0) {
    editing.say(t('save.unknown'));
  } else {
    editing.say(t('save.failed', { why: error.problem?.detail ?? error.message }));
    if (error.problem?.defects) {
      editing.found({ good: false, defects: error.problem.defects, warnings: [] });
    }
  }
}

async function save(editing, trouble) {
  const { draft } = editing;
  const edited = draft.changes();
  const sent = structuredClone(draft.now);
  const text = draft.text();
  const from = draft.version;
  let isSent = false;
  let saved = null;
  editing.setBusy(true);
  editing.say(t('loading'));
  try {
    const before = await snapshot(edited);
    editing.say(t('save.busy', { version: from + 1 }));
    isSent = true;
    const answer = await send(`${address}?replaces=${from}`, {
      method: 'PUT', body: text, headers: { 'Content-Type': 'application/geo+json' }, signal: AbortSignal.timeout(PATIENCE),
    });
    saved = await answer.json();
    // What was changed while it was saved is not saved yet.
    const since = editing.draft.now;
    editing.draft.drop();
    editing.open(saved.version, sent);
    editing.replace(since);
    if (!saved.told && !await untilTold(saved.version)) {
      editing.say(t('save.late', { version: saved.version }));
      return;
    }
    showRescore(saved.version, before, await snapshot(edited));
    editing.say(t('save.done', { version: saved.version }));
    document.body.dataset.saved = String(saved.version);
  } catch (error) {
    await notSaved(editing, error, isSent, saved, trouble);
  } finally {
    editing.setBusy(false);
  }
}

function refresh(editing) {
  const { draft } = editing;
  const count = draft.changes().length;
  $('save').textContent = t('save', { version: draft.version + 1 });
  $('save').disabled = !editing.maySave;
  $('undo').disabled = draft.done.length === 0;
  $('redo').disabled = draft.undone.length === 0;
  $('version').textContent = `${t('editor.version', { version: draft.version })}, ${count ? t('editor.changed', { count }) : t('editor.unchanged')}`;
  $('saving').textContent = editing.said || (editing.canSave ? '' : t('save.cannot'));
}

/** Shows what may be done with the draft, and does it. */
export function showSaving(editing, trouble) {
  ['draft', 'findings', 'saving'].forEach((event) => editing.on(event, () => refresh(editing)));
  $('save').addEventListener('click', () => save(editing, trouble));
}
