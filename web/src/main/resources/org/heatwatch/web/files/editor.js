// The footprint editor.

import { $, calm, el, css, saveFile } from './dom.js';
import { Refusal, askOnce, base, send, site } from './api.js';
import { SiteMap, baseMapControls, tips, toGeoJson } from './map.js';
import { legend } from './heat.js';
import { Draft } from './draft.js';
import { decide, merge } from './merge.js';
import { cornerText, moved, ofCornerText, rectangle, split } from './outline.js';
import { showRescore, snapshot, untilTold } from './rescore.js';
import { chosen, choose, links } from './place.js';
import { label, t, time } from './words.js';

const ROLES = ['facility', 'control', 'null', 'building', 'site'];
const KEY = `draft ${base} ${site}`;
const SIZE_METRES = [60, 40];
/** Scoring a long history takes a while. */
const PATIENCE = 900_000;

const state = { draft: null, map: null, selected: '', tool: 'select', findings: { good: true, defects: [], warnings: [] }, canSave: false, busy: false, said: '' };

function trouble(error) {
  $('trouble').hidden = false;
  $('trouble').textContent = error instanceof Refusal ? error.message : String(error);
}

/** Farther off than this, an outline says that a place exists, not where. */
const PLACEHOLDER_BEYOND_METRES = 60;

/** A feature's name with its caveat, as everywhere. */
const named = ({ id, properties }) => label({
  name: properties.name || id, verified: properties.verified, placeholder: properties.accuracyMetres > PLACEHOLDER_BEYOND_METRES,
});

const defective = () => new Set(state.findings.defects.map(({ where }) => where));

function outlineStyle(feature, isChosen) {
  const role = feature.get('role');
  const isBad = defective().has(feature.getId());
  const colour = css(isBad ? '--bad' : isChosen ? '--link' : { facility: '--state-ON', control: '--state-OFF' }[role] ?? '--quiet');
  const isNamed = isChosen || isBad || role === 'facility' || role === 'control';
  return [
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: css('--halo'), width: isChosen ? 7 : 4 }) }),
    new ol.style.Style({
      stroke: new ol.style.Stroke({ color: colour, width: isChosen ? 4 : 2, lineDash: isBad ? [6, 4] : role === 'site' ? [8, 6] : undefined }),
      fill: role === 'site' ? undefined : new ol.style.Fill({ color: 'rgba(128,128,128,0.02)' }),
      text: isNamed && role !== 'site' ? new ol.style.Text({
        text: `${isBad ? '⚠ ' : ''}${feature.get('name')}`,
        font: '600 12px system-ui, sans-serif',
        fill: new ol.style.Fill({ color: isBad ? css('--bad') : css('--ink') }),
        stroke: new ol.style.Stroke({ color: css('--halo'), width: 4 }),
        offsetY: -22,
        overflow: true,
      }) : undefined,
    }),
  ];
}

const drawable = (feature) => ({ ...feature.properties, id: feature.id, name: named(feature), geometry: feature.geometry });

function select(id) {
  state.selected = state.draft.find(id) ? id : '';
  state.map?.choose(state.selected);
  refreshList();
  refreshProperties();
  $('delete').disabled = !state.selected;
  useTool(state.tool);
}

/** Buttons stay the same ones as long as the footprints do, so that neither focus nor a click gets lost. */
function refreshList() {
  const bad = defective();
  const key = JSON.stringify(state.draft.features.map(({ id, properties }) => [id, properties.role]));
  if ($('features').dataset.of !== key) {
    const focused = document.activeElement?.dataset.feature;
    $('features').dataset.of = key;
    $('features').replaceChildren(...ROLES.flatMap((role) => {
      const its = state.draft.features.filter((feature) => feature.properties.role === role);
      return its.length === 0 ? [] : [el('h3', {}, t(`role.${role}`)), el('ul', {}, its.map((feature) => el('li', {}, el('button', {
        type: 'button', 'data-feature': feature.id, click: () => select(feature.id),
      }))))];
    }));
    $('features').querySelector(`[data-feature="${focused}"]`)?.focus();
  }
  $('features').querySelectorAll('[data-feature]').forEach((button) => {
    const feature = state.draft.find(button.dataset.feature);
    button.className = `name${bad.has(feature.id) ? ' defect' : ''}${state.draft.isChanged(feature.id) ? ' changed' : ''}`;
    button.setAttribute('aria-pressed', String(feature.id === state.selected));
    button.textContent = named(feature);
  });
}

function field(name, labelText, input, whole = false) {
  const id = `field-${name}`;
  input.id = id;
  return el('div', whole ? { class: 'whole' } : {}, el('label', { for: id }, labelText), input);
}

/** Writes a property of the chosen feature; empty ones are left out, so that the check misses them. */
function write(name, value) {
  const id = state.selected;
  state.draft.edit(id, (feature) => {
    if (value === '' || value === null || Number.isNaN(value)) {
      delete feature.properties[name];
    } else {
      feature.properties[name] = value;
    }
  });
}

function refreshProperties() {
  const form = $('properties');
  const feature = state.draft.find(state.selected);
  if (!feature) {
    form.replaceChildren(el('p', {}, t('editor.none')));
    return;
  }
  if (form.dataset.of === feature.id && $('field-name')) {
    syncFields(feature);
    return;
  }
  form.dataset.of = feature.id;
  const { properties } = feature;
  const text = (name, more = {}) => el('input', { type: 'text', value: properties[name] ?? '', change: (e) => write(name, e.target.value.trim()), ...more });
  const corners = el('textarea', {
    'aria-describedby': 'corners-help',
    spellcheck: 'false',
    change: (e) => {
      const read = ofCornerText(e.target.value);
      e.target.setAttribute('aria-invalid', String(Boolean(read.bad)));
      $('corners-help').textContent = read.bad ? t('field.corners.bad', { line: read.bad }) : t('field.corners.help');
      if (!read.bad) {
        state.draft.edit(feature.id, (one) => {
          one.geometry = read.geometry;
        });
      }
    },
    keydown: (e) => {
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
      if (by && e.altKey) {
        e.preventDefault();
        const metres = e.shiftKey ? 10 : 1;
        state.draft.edit(state.selected, (one) => {
          one.geometry = moved(one.geometry, by[0] * metres, by[1] * metres);
        });
        corners.value = cornerText(state.draft.find(state.selected).geometry);
      }
    },
  });
  corners.value = cornerText(feature.geometry);
  corners.disabled = corners.value === '';
  const role = el('select', { change: (e) => write('role', e.target.value) }, ROLES.map((one) => el('option', { value: one, selected: one === properties.role }, t(`role.${one}`))));
  form.replaceChildren(
    field('name', t('field.name'), text('name')),
    field('role', t('field.role'), role),
    el('p', { class: 'whole notice', id: 'restate', hidden: true }, t('restate'), ' ', el('button', {
      type: 'button',
      id: 'as-before',
      click: () => {
        const { source, accuracyMetres } = state.draft.before(feature.id).properties;
        state.draft.step((whole) => Object.assign(whole.features.find(({ id }) => id === feature.id).properties, { source, accuracyMetres }));
        $('field-source').focus();
      },
    }, t('restate.same'))),
    field('source', t('field.source'), text('source', { placeholder: t('field.source.help'), required: true }), true),
    field('accuracyMetres', t('field.accuracy'), el('input', {
      type: 'number', min: 0, step: 'any', required: true, value: properties.accuracyMetres ?? '', change: (e) => write('accuracyMetres', e.target.valueAsNumber),
    })),
    el('label', { class: 'check' }, el('input', {
      type: 'checkbox', id: 'field-verified', checked: properties.verified === true, change: (e) => write('verified', e.target.checked),
    }), t('field.verified')),
    field('note', t('field.note'), text('note'), true),
    field('corners', t('field.corners'), corners, true),
    el('p', { class: 'small whole', id: 'corners-help' }, t('field.corners.help')),
    el('p', { class: 'small whole' }, `${t('field.id')}: ${feature.id}`),
  );
  markFields(feature);
}

/** What is being typed in stays; the rest is as the draft has it. */
function syncFields(feature) {
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
  markFields(feature);
}

function markFields(feature) {
  const its = state.findings.defects.filter(({ where }) => where === feature.id);
  ['name', 'source', 'accuracyMetres'].forEach((name) => {
    $(`field-${name}`).setAttribute('aria-invalid', String(its.some(({ problem }) => problem.includes(name))));
  });
  const before = state.draft.before(feature.id)?.properties;
  $('restate').hidden = before?.source === undefined
    || (feature.properties.source !== undefined && feature.properties.accuracyMetres !== undefined);
}

function refreshFindings() {
  const { defects, warnings } = state.findings;
  const item = ({ where, problem, advice }) => el('li', {}, state.draft.find(where)
    ? el('button', { type: 'button', class: 'name', click: () => select(where) }, named(state.draft.find(where)))
    : where, `: ${problem} - ${advice}`);
  $('findings').replaceChildren(
    defects.length === 0
      ? el('p', {}, t('check.good'))
      : el('div', {}, el('p', { class: 'bad' }, t('check.defects', { count: defects.length })), el('ul', {}, defects.map(item))),
    warnings.length === 0 ? '' : el('details', {}, el('summary', {}, t('check.warnings', { count: warnings.length })), el('ul', {}, warnings.map(item))),
  );
  refreshSaving();
}

function refreshSaving() {
  const count = state.draft.changes().length;
  const isChanged = count > 0 || state.draft.text() !== `${JSON.stringify(state.draft.base, null, 2)}\n`;
  $('save').textContent = t('save', { version: state.draft.version + 1 });
  $('save').disabled = !state.canSave || state.busy || !isChanged || !state.findings.good;
  $('undo').disabled = state.draft.done.length === 0;
  $('redo').disabled = state.draft.undone.length === 0;
  $('version').textContent = `${t('editor.version', { version: state.draft.version })}, ${count ? t('editor.changed', { count }) : t('editor.unchanged')}`;
  $('saving').textContent = state.said || (state.canSave ? '' : t('save.cannot'));
}

/** The newest check wins. */
const check = calm(300, async () => {
  const text = state.draft.text();
  try {
    const answer = await send(`${base}/sites/check`, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } });
    const findings = await answer.json();
    if (text === state.draft.text()) {
      state.findings = findings;
      document.body.dataset.checked = String(state.draft.done.length);
    }
  } catch (error) {
    trouble(error);
    return;
  }
  refreshFindings();
  refreshList();
  refreshProperties();
  state.map?.redraw();
});

function refresh() {
  if (!state.draft.find(state.selected)) {
    state.selected = '';
  }
  state.findings = { ...state.findings, good: false };
  state.said = state.busy ? state.said : '';
  state.map?.setFeatures(state.draft.features.map(drawable));
  state.map?.choose(state.selected);
  $('delete').disabled = !state.selected;
  if (state.tool === 'shape' || state.tool === 'move') {
    // They hold what was drawn before.
    useTool(state.tool);
  }
  refreshList();
  refreshProperties();
  refreshSaving();
  check();
}

/** Adds a footprint. Its source and accuracy are left to be stated. */
function add(geometry, like) {
  const id = state.draft.freeId(like ? like.id : 'new');
  state.draft.step((whole) => {
    whole.features.push({
      type: 'Feature',
      id,
      properties: { id, name: like ? `${like.properties.name} ${id.split('-').at(-1)}` : id, role: like?.properties.role ?? 'facility', verified: false },
      geometry,
    });
  });
  select(id);
}

let interactions = [];

function useTool(tool) {
  state.tool = tool;
  document.querySelectorAll('[data-tool]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.tool === tool)));
  $('hint').textContent = tool === 'split' && !state.selected ? t('split.choose') : t(`hint.${tool}`);
  if (!state.map) {
    return;
  }
  const { map } = state.map;
  interactions.forEach((interaction) => map.removeInteraction(interaction));
  const drawn = state.map.footprints.getFeatureById(state.selected);
  const mine = new ol.Collection(drawn ? [drawn] : []);
  const put = () => state.draft.edit(state.selected, (feature) => {
    feature.geometry = toGeoJson(state.map.footprints.getFeatureById(feature.id).getGeometry());
  });
  const make = {
    select: () => [],
    draw: () => {
      const draw = new ol.interaction.Draw({ type: 'Polygon' });
      draw.on('drawend', ({ feature }) => {
        const geometry = toGeoJson(feature.getGeometry());
        // Not within the event, which still holds the interaction.
        setTimeout(() => {
          add(geometry);
          useTool('select');
        });
      });
      return [draw, new ol.interaction.Snap({ source: state.map.footprints })];
    },
    shape: () => {
      const modify = new ol.interaction.Modify({ features: mine });
      modify.on('modifyend', () => setTimeout(() => {
        put();
        useTool('shape');
      }));
      return [modify, new ol.interaction.Snap({ source: state.map.footprints })];
    },
    move: () => {
      const translate = new ol.interaction.Translate({ features: mine });
      translate.on('translateend', () => setTimeout(() => {
        put();
        useTool('move');
      }));
      return [translate];
    },
    split: () => {
      const draw = new ol.interaction.Draw({ type: 'LineString' });
      draw.on('drawend', ({ feature }) => {
        const line = toGeoJson(feature.getGeometry()).coordinates;
        setTimeout(() => splitChosen(line));
      });
      return drawn ? [draw] : [];
    },
  };
  interactions = make[tool]();
  interactions.forEach((interaction) => map.addInteraction(interaction));
}

function splitChosen(line) {
  const feature = state.draft.find(state.selected);
  const halves = split(feature.geometry, line);
  if (!halves) {
    $('hint').textContent = t('split.cannot');
    return;
  }
  const id = state.draft.freeId(feature.id);
  state.draft.step((whole) => {
    const at = whole.features.findIndex((one) => one.id === feature.id);
    const { source, accuracyMetres, ...properties } = feature.properties;
    whole.features[at] = { ...feature, properties: { ...properties, verified: false }, geometry: halves[0] };
    whole.features.splice(at + 1, 0, {
      ...feature, id, properties: { ...properties, id, name: `${properties.name} ${id.split('-').at(-1)}`, verified: false }, geometry: halves[1],
    });
  });
  useTool('select');
}

function remove() {
  const id = state.selected;
  state.draft.step((whole) => {
    whole.features = whole.features.filter((feature) => feature.id !== id);
  });
}

async function load(version) {
  const answer = await send(`${base}/sites/${site}.geojson${version ? `?version=${version}` : ''}`, { cache: 'no-store' });
  const definition = await answer.json();
  // A file may have ids among the properties alone.
  definition.features.forEach((feature) => {
    feature.id ??= feature.properties.id;
  });
  return { version: Number(answer.headers.get('Heatwatch-Site-Version')), definition };
}

/** Says how saving goes, until the next edit. */
function say(text) {
  state.said = text;
  refreshSaving();
}

async function save() {
  const edited = state.draft.changes();
  const sent = structuredClone(state.draft.now);
  const text = state.draft.text();
  const from = state.draft.version;
  let isSent = false;
  let saved = null;
  state.busy = true;
  say(t('loading'));
  try {
    const before = await snapshot(edited);
    say(t('save.busy', { version: from + 1 }));
    isSent = true;
    const answer = await send(`${base}/sites/${site}.geojson?replaces=${from}`, {
      method: 'PUT', body: text, headers: { 'Content-Type': 'application/geo+json' }, signal: AbortSignal.timeout(PATIENCE),
    });
    saved = await answer.json();
    // What was changed while it was saved is not saved yet.
    const since = state.draft.now;
    state.draft.drop();
    open(saved.version, sent);
    replace(since);
    if (!saved.told && !await untilTold(saved.version)) {
      say(t('save.late', { version: saved.version }));
      return;
    }
    showRescore(saved.version, before, await snapshot(edited));
    say(t('save.done', { version: saved.version }));
    document.body.dataset.saved = String(saved.version);
  } catch (error) {
    await notSaved(error, isSent, saved);
  } finally {
    state.busy = false;
    refreshSaving();
  }
}

async function notSaved(error, isSent, saved) {
  if (saved) {
    say(t('save.late', { version: saved.version }));
  } else if (error instanceof Refusal && error.status === 409) {
    say('');
    await conflict().catch(trouble);
  } else if (isSent && error instanceof Refusal && error.status === 0) {
    say(t('save.unknown'));
  } else {
    say(t('save.failed', { why: error.problem?.detail ?? error.message }));
    if (error.problem?.defects) {
      state.findings = { good: false, defects: error.problem.defects, warnings: [] };
      refreshFindings();
    }
  }
}

/** What a feature has that another has not, in words. */
function differences(feature, other) {
  const parts = Object.entries(feature.properties)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other?.properties[key]))
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  if (JSON.stringify(feature.geometry) !== JSON.stringify(other?.geometry)) {
    parts.unshift(t('conflict.outline'));
  }
  return parts.join(', ');
}

/** Someone else was faster: shows what is of whom, and goes on with both. */
async function conflict() {
  const theirs = await load();
  const merging = () => merge(state.draft.base, state.draft.now, theirs.definition);
  const { conflicts, taken } = merging();
  const takenSides = new Map();
  const name = (id) => [state.draft.now, theirs.definition, state.draft.base]
    .map((one) => one.features.find((feature) => feature.id === id)).filter(Boolean).map(named)[0] ?? id;
  const radio = (one, side, feature) => el('label', { class: 'inline' }, el('input', {
    type: 'radio', name: `side-${one.id}`, value: side, checked: side === 'mine', change: () => takenSides.set(one.id, side),
  }), `${t(side === 'mine' ? 'conflict.mine' : 'conflict.yours')}: ${feature ? differences(feature, side === 'mine' ? one.theirs : one.mine) : t('conflict.deleted')}`);
  $('conflict').hidden = false;
  $('conflict').replaceChildren(
    el('h2', { id: 'conflict-name', tabindex: -1 }, t('conflict', { version: theirs.version })),
    el('p', {}, t('conflict.words', { version: theirs.version })),
    taken.length ? el('p', {}, t('conflict.theirs', { names: taken.map(name).join(', ') })) : '',
    ...conflicts.map((one) => el('fieldset', {}, el('legend', {}, t('conflict.choose', { name: name(one.id) })),
      radio(one, 'mine', one.mine), ' ', radio(one, 'theirs', one.theirs))),
    el('div', { class: 'controls' }, el('button', {
      type: 'button',
      id: 'go-on',
      class: 'main',
      click: () => {
        $('conflict').hidden = true;
        // Anew, since there may have been edits while this was read.
        const both = merging();
        both.conflicts.forEach((one) => decide(both.merged, one.id, takenSides.get(one.id) === 'theirs' ? one.theirs : one.mine));
        open(theirs.version, theirs.definition);
        replace(both.merged);
      },
    }, t('conflict.apply'))),
  );
  $('conflict-name').focus();
}

/** One step to another whole definition. */
function replace(definition) {
  state.draft.step((whole) => {
    Object.keys(whole).forEach((key) => delete whole[key]);
    Object.assign(whole, structuredClone(definition));
  });
}

/** Begins to edit a version. */
function open(version, definition) {
  state.draft = new Draft(KEY, version, definition, refresh);
  refresh();
}

function offerLeftOver(kept) {
  // An edit would take the place of what was kept.
  const rest = document.querySelector('.stage');
  $('left-over').hidden = false;
  rest.inert = true;
  const close = () => {
    $('left-over').hidden = true;
    rest.inert = false;
  };
  $('left-over').replaceChildren(t('draft.found', { version: kept.version }), ' ',
    el('button', {
      type: 'button',
      id: 'take-up',
      click: () => {
        close();
        // Of the version that they were made of: if another is current by now, saving tells.
        open(kept.version, kept.base);
        replace(kept.now);
      },
    }, t('draft.restore')), ' ',
    el('button', {
      type: 'button',
      click: () => {
        close();
        state.draft.drop();
      },
    }, t('draft.drop')));
}

async function behind() {
  const { passes, timeZone } = await askOnce('/timeline');
  const seen = passes.filter((pass) => pass.seen > 0).reverse();
  $('behind').append(...seen.map((pass) => el('option', { value: pass.acquisition }, time(pass.acquiredAt, timeZone))));
  const show = async () => {
    const acquisition = $('behind').value;
    choose({ pass: acquisition });
    legend($('legend'), acquisition ? 'excess' : 'none');
    const numbers = acquisition ? await askOnce(`/heatmaps/${acquisition}.json`) : null;
    if ($('behind').value !== acquisition) {
      return;
    }
    state.map?.heat.show(numbers?.samples ?? null, 'excess');
    state.map?.setSpots(numbers?.pass.hotSpots ?? []);
  };
  $('behind').addEventListener('change', () => show().catch(trouble));
  $('behind').value = chosen('pass') || seen[0]?.acquisition || '';
  await show();
}

function buttons() {
  document.querySelectorAll('[data-tool]').forEach((button) => button.addEventListener('click', () => useTool(button.dataset.tool)));
  $('rectangle').addEventListener('click', () => add(rectangle(ol.proj.toLonLat(state.map.map.getView().getCenter()), ...SIZE_METRES)));
  $('delete').addEventListener('click', remove);
  $('undo').addEventListener('click', () => state.draft.undo());
  $('redo').addEventListener('click', () => state.draft.redo());
  $('download').addEventListener('click', () => saveFile(`${site}.geojson`, 'application/geo+json', state.draft.text()));
  $('save').addEventListener('click', save);
  $('properties').addEventListener('submit', (event) => event.preventDefault());
  addEventListener('keydown', (event) => {
    const inField = event.target.closest('input, textarea, select');
    if (!inField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      (event.shiftKey ? () => state.draft.redo() : () => state.draft.undo())();
    } else if (!inField && event.key === 'Escape') {
      useTool('select');
    }
  });
}

async function start() {
  const { version, definition } = await load();
  const allowed = await fetch(`${base}/sites/${site}.geojson`, { method: 'OPTIONS' });
  state.canSave = (allowed.headers.get('Allow') ?? '').includes('PUT');
  const kept = Draft.kept(KEY);
  state.map = new SiteMap($('map'), outlineStyle);
  baseMapControls(state.map, chosen, choose);
  state.map.map.on('singleclick', (event) => {
    if (state.tool === 'select') {
      select(state.map.at(event.pixel).id ?? '');
    }
  });
  tips(state.map, $('tip'), ({ id }) => (state.draft.find(id) ? named(state.draft.find(id)) : ''));
  buttons();
  state.draft = new Draft(KEY, version, definition, refresh);
  refresh();
  state.map.fit();
  if (kept) {
    offerLeftOver(kept);
  }
  if (chosen('factory')) {
    select(chosen('factory'));
  }
  await behind().catch(trouble);
  document.body.dataset.ready = 'true';
}

links();
if (site) {
  start().catch(trouble);
}
