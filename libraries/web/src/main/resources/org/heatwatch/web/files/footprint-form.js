// The form with the properties of the selected footprint.

import { $, el } from './dom.js';
import { ROLES } from './editing.js';
import { cornerText, moved, parseCorners } from './outline.js';
import { t } from './words.js';

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function field(name, labelText, input, whole = false) {
  const id = `field-${name}`;
  input.id = id;
  return el('div', whole ? { class: 'whole' } : {}, el('label', { for: id }, labelText), input);
}

/** The corners as text; Alt and arrow keys move the outline. */
function cornersField(editing, feature) {
  const corners = el('textarea', {
    'aria-describedby': 'corners-help',
    spellcheck: 'false',
    change: (event) => {
      const read = parseCorners(event.target.value);
      event.target.setAttribute('aria-invalid', String(Boolean(read.bad)));
      $('corners-help').textContent = read.bad ? t('field.corners.bad', { line: read.bad }) : t('field.corners.help');
      if (!read.bad) {
        editing.draft.edit(feature.id, (one) => {
          one.geometry = read.geometry;
        });
      }
    },
    keydown: (event) => {
      const by = ARROWS[event.key];
      if (by && event.altKey) {
        event.preventDefault();
        const metres = event.shiftKey ? 10 : 1;
        editing.reshape(moved(editing.selectedFeature.geometry, by[0] * metres, by[1] * metres));
        corners.value = cornerText(editing.selectedFeature.geometry);
      }
    },
  });
  corners.value = cornerText(feature.geometry);
  corners.disabled = corners.value === '';
  return corners;
}

/** The offer to keep the previous source and accuracy for a changed outline. */
function restateOffer(editing, feature) {
  return el('p', { class: 'whole notice', id: 'restate', hidden: true }, t('restate'), ' ', el('button', {
    type: 'button',
    id: 'as-before',
    click: () => {
      editing.restate(feature.id);
      $('field-source').focus();
    },
  }, t('restate.same')));
}

function fill(editing, form, feature) {
  const { properties } = feature;
  const text = (name, more = {}) => el('input', {
    type: 'text',
    value: properties[name] ?? '',
    change: (event) => editing.setProperty(name, event.target.value.trim()),
    ...more,
  });
  const options = ROLES.map((name) => el('option', {
    value: name, selected: name === properties.role,
  }, t(`role.${name}`)));
  const role = el('select', { change: (event) => editing.setProperty('role', event.target.value) }, options);
  form.dataset.of = feature.id;
  form.replaceChildren(
    field('name', t('field.name'), text('name')),
    field('role', t('field.role'), role),
    restateOffer(editing, feature),
    field('source', t('field.source'), text('source', { placeholder: t('field.source.help'), required: true }), true),
    field('accuracyMetres', t('field.accuracy'), el('input', {
      type: 'number',
      min: 0,
      step: 'any',
      required: true,
      value: properties.accuracyMetres ?? '',
      change: (event) => editing.setProperty('accuracyMetres', event.target.valueAsNumber),
    })),
    el('label', { class: 'check' }, el('input', {
      type: 'checkbox',
      id: 'field-verified',
      checked: properties.verified === true,
      change: (event) => editing.setProperty('verified', event.target.checked),
    }), t('field.verified')),
    field('note', t('field.note'), text('note'), true),
    field('corners', t('field.corners'), cornersField(editing, feature), true),
    el('p', { class: 'small whole', id: 'corners-help' }, t('field.corners.help')),
    el('p', { class: 'small whole' }, `${t('field.id')}: ${feature.id}`),
  );
}

/** Updates the fields from the draft, except the one that has the focus. */
function update(feature) {
  const { properties } = feature;
  const put = (name, value) => {
    const input = $(`field-${name}`);
    if (input !== document.activeElement && input.value !== String(value)) {
      input.value = value;
    }
  };
  ['name', 'source', 'accuracyMetres', 'note'].forEach((name) => put(name, properties[name] ?? ''));
  put('role', properties.role ?? '');
  put('corners', cornerText(feature.geometry));
  $('field-verified').checked = properties.verified === true;
}

function mark(editing, feature) {
  const defects = editing.findings.defects.filter(({ where }) => where === feature.id);
  ['name', 'source', 'accuracyMetres'].forEach((name) => {
    $(`field-${name}`).setAttribute('aria-invalid', String(defects.some(({ problem }) => problem.includes(name))));
  });
  const before = editing.draft.before(feature.id)?.properties;
  $('restate').hidden = before?.source === undefined
    || (feature.properties.source !== undefined && feature.properties.accuracyMetres !== undefined);
}

function refresh(editing) {
  const form = $('properties');
  const feature = editing.selectedFeature;
  if (!feature) {
    form.replaceChildren(el('p', {}, t('editor.none')));
    return;
  }
  if (form.dataset.of === feature.id && $('field-name')) {
    update(feature);
  } else {
    fill(editing, form, feature);
  }
  mark(editing, feature);
}

/** Shows the form and keeps it up to date. */
export function showForm(editing) {
  ['draft', 'choice', 'findings'].forEach((event) => editing.on(event, () => refresh(editing)));
  $('properties').addEventListener('submit', (event) => event.preventDefault());
}
