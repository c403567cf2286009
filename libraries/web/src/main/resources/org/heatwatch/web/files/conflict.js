// Merging with a version that someone else saved in the meantime. The user decides about features that both changed.

import { $, el } from './dom.js';
import { differences, merge, resolve } from './merge.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

function describe(feature, other) {
  const { properties, outline } = differences(feature, other);
  const parts = properties.map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return (outline ? [t('conflict.outline'), ...parts] : parts).join(', ');
}

/**
 * Shows the result of the merge and the conflicts, and continues with the merged definition.
 *
 * @param theirs the version that was saved in the meantime: { version, definition }
 */
export function showConflict(editing, theirs) {
  const merging = () => merge(editing.draft.base, editing.draft.now, theirs.definition);
  const { conflicts, taken } = merging();
  const sides = new Map();
  const name = (id) => [editing.draft.now, theirs.definition, editing.draft.base]
    .map((definition) => definition.features.find((feature) => feature.id === id))
    .filter(Boolean).map(named)[0] ?? id;
  const radio = (conflict, side, feature) => {
    const other = side === 'mine' ? conflict.theirs : conflict.mine;
    const what = feature ? describe(feature, other) : t('conflict.deleted');
    return el('label', { class: 'inline' }, el('input', {
      type: 'radio',
      name: `side-${conflict.id}`,
      value: side,
      checked: side === 'mine',
      change: () => sides.set(conflict.id, side),
    }), `${t(side === 'mine' ? 'conflict.mine' : 'conflict.yours')}: ${what}`);
  };
  const continueWithBoth = () => {
    $('conflict').hidden = true;
    // Merged again, because the draft may have been edited in the meantime.
    const both = merging();
    both.conflicts.forEach(({ id, mine, theirs: their }) => {
      resolve(both.merged, id, sides.get(id) === 'theirs' ? their : mine);
    });
    editing.open(theirs.version, theirs.definition);
    editing.replace(both.merged);
  };
  $('conflict').hidden = false;
  $('conflict').replaceChildren(
    el('h2', { id: 'conflict-name', tabindex: -1 }, t('conflict', { version: theirs.version })),
    el('p', {}, t('conflict.words', { version: theirs.version })),
    taken.length ? el('p', {}, t('conflict.theirs', { names: taken.map(name).join(', ') })) : '',
    ...conflicts.map((conflict) => el('fieldset', {},
      el('legend', {}, t('conflict.choose', { name: name(conflict.id) })),
      radio(conflict, 'mine', conflict.mine), ' ', radio(conflict, 'theirs', conflict.theirs))),
    el('div', { class: 'controls' }, el('button', {
      type: 'button', id: 'go-on', class: 'main', click: continueWithBoth,
    }, t('conflict.apply'))),
  );
  $('conflict-name').focus();
}
