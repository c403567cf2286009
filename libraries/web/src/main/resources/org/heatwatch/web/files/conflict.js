// Someone else saved first: both definitions are put together, and what both changed is chosen.

import { $, el } from './dom.js';
import { decide, differences, merge } from './merge.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

function inWords(feature, other) {
  const { properties, outline } = differences(feature, other);
  const parts = properties.map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return (outline ? [t('conflict.outline'), ...parts] : parts).join(', ');
}

/**
 * Shows what is of whom, and goes on with both.
 *
 * @param theirs the version that was saved in between, and its definition
 */
export function showConflict(editing, theirs) {
  const merging = () => merge(editing.draft.base, editing.draft.now, theirs.definition);
  const { conflicts, taken } = merging();
  const takenSides = new Map();
  const name = (id) => [editing.draft.now, theirs.definition, editing.draft.base]
    .map((one) => one.features.find((feature) => feature.id === id)).filter(Boolean).map(named)[0] ?? id;
  const radio = (one, side, feature) => el('label', { class: 'inline' }, el('input', {
    type: 'radio', name: `side-${one.id}`, value: side, checked: side === 'mine', change: () => takenSides.set(one.id, side),
  }), `${t(side === 'mine' ? 'conflict.mine' : 'conflict.yours')}: ${feature ? inWords(feature, side === 'mine' ? one.theirs : one.mine) : t('conflict.deleted')}`);
  const goOn = () => {
    $('conflict').hidden = true;
    // Anew, since there may have been edits while this was read.
    const both = merging();
    both.conflicts.forEach((one) => decide(both.merged, one.id, takenSides.get(one.id) === 'theirs' ? one.theirs : one.mine));
    editing.open(theirs.version, theirs.definition);
    editing.replace(both.merged);
  };
  $('conflict').hidden = false;
  $('conflict').replaceChildren(
    el('h2', { id: 'conflict-name', tabindex: -1 }, t('conflict', { version: theirs.version })),
    el('p', {}, t('conflict.words', { version: theirs.version })),
    taken.length ? el('p', {}, t('conflict.theirs', { names: taken.map(name).join(', ') })) : '',
    ...conflicts.map((one) => el('fieldset', {}, el('legend', {}, t('conflict.choose', { name: name(one.id) })),
      radio(one, 'mine', one.mine), ' ', radio(one, 'theirs', one.theirs))),
    el('div', { class: 'controls' }, el('button', { type: 'button', id: 'go-on', class: 'main', click: goOn }, t('conflict.apply'))),
  );
  $('conflict-name').focus();
}
