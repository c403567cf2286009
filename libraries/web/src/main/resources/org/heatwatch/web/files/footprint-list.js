// The list of the footprints of the draft, by role.

import { $, el } from './dom.js';
import { ROLES } from './editing.js';
import { label, t } from './words.js';

/** An outline that is less accurate than this is a placeholder. */
const PLACEHOLDER_BEYOND_METRES = 60;

/** The name of a feature with its caveat. */
export const named = ({ id, properties }) => label({
  name: properties.name || id,
  verified: properties.verified,
  placeholder: properties.accuracyMetres > PLACEHOLDER_BEYOND_METRES,
});

/** The buttons are replaced only when footprints are added or removed, so that no focus or click is lost. */
function refresh(editing) {
  const list = $('features');
  const { draft } = editing;
  const key = JSON.stringify(draft.features.map(({ id, properties }) => [id, properties.role]));
  if (list.dataset.of !== key) {
    const focused = document.activeElement?.dataset.feature;
    list.dataset.of = key;
    list.replaceChildren(...ROLES.flatMap((role) => {
      const features = draft.features.filter((feature) => feature.properties.role === role);
      const buttons = features.map(({ id }) => el('li', {}, el('button', {
        type: 'button', 'data-feature': id, click: () => editing.select(id),
      })));
      return buttons.length === 0 ? [] : [el('h3', {}, t(`role.${role}`)), el('ul', {}, buttons)];
    }));
    list.querySelector(`[data-feature="${focused}"]`)?.focus();
  }
  list.querySelectorAll('[data-feature]').forEach((button) => {
    const feature = draft.find(button.dataset.feature);
    button.className = 'name';
    button.classList.toggle('defect', editing.defective.has(feature.id));
    button.classList.toggle('changed', draft.isChanged(feature.id));
    button.setAttribute('aria-pressed', String(feature.id === editing.selected));
    button.textContent = named(feature);
  });
}

/** Shows the list and keeps it up to date. */
export function showList(editing) {
  ['draft', 'choice', 'findings'].forEach((event) => editing.on(event, () => refresh(editing)));
}
