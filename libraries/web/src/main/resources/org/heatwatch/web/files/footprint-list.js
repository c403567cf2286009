// The footprints of the draft by role, and their names.

import { $, el } from './dom.js';
import { ROLES } from './editing.js';
import { label, t } from './words.js';

/** Farther off than this, an outline says that a place exists, not where. */
const PLACEHOLDER_BEYOND_METRES = 60;

/** A feature's name with its caveat, as everywhere. */
export const named = ({ id, properties }) => label({
  name: properties.name || id, verified: properties.verified, placeholder: properties.accuracyMetres > PLACEHOLDER_BEYOND_METRES,
});

/** Buttons stay the same ones as long as the footprints do, so that neither focus nor a click gets lost. */
function refresh(editing) {
  const list = $('features');
  const { draft } = editing;
  const key = JSON.stringify(draft.features.map(({ id, properties }) => [id, properties.role]));
  if (list.dataset.of !== key) {
    const focused = document.activeElement?.dataset.feature;
    list.dataset.of = key;
    list.replaceChildren(...ROLES.flatMap((role) => {
      const its = draft.features.filter((feature) => feature.properties.role === role);
      return its.length === 0 ? [] : [el('h3', {}, t(`role.${role}`)), el('ul', {}, its.map((feature) => el('li', {}, el('button', {
        type: 'button', 'data-feature': feature.id, click: () => editing.select(feature.id),
      }))))];
    }));
    list.querySelector(`[data-feature="${focused}"]`)?.focus();
  }
  list.querySelectorAll('[data-feature]').forEach((button) => {
    const feature = draft.find(button.dataset.feature);
    button.className = `name${editing.defective.has(feature.id) ? ' defect' : ''}${draft.isChanged(feature.id) ? ' changed' : ''}`;
    button.setAttribute('aria-pressed', String(feature.id === editing.selected));
    button.textContent = named(feature);
  });
}

/** Shows the list, whatever happens to the draft. */
export function showList(editing) {
  ['draft', 'choice', 'findings'].forEach((event) => editing.on(event, () => refresh(editing)));
}
