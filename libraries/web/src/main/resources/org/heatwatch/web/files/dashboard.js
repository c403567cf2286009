// The dashboard: puts life into the page that the server wrote.

import { $, calm, el } from './dom.js';
import { Refusal, address, askOnce, forget, site } from './api.js';
import { SiteMap, baseMapControls, tips } from './map.js';
import { legend } from './heat.js';
import { Passes, passLine } from './passes.js';
import { MOST_COMPARED, compare } from './compare.js';
import { showFacility } from './facility.js';
import { showAlerts, showDownloads, showMissing } from './lists.js';
import { choose, chosen, links, onOther } from './place.js';
import { briefDay, excess, label, t, time } from './words.js';

const state = { timeline: null, passes: null, map: null, shown: null, facility: '', now: true };

/** Tells of trouble at the top of the page, with a way to go on; what is shown stays. */
function trouble(error, again, of = '') {
  const node = $('trouble');
  node.hidden = false;
  node.dataset.of = of;
  node.replaceChildren(error instanceof Refusal ? error.message : String(error), ' ', el('button', {
    type: 'button',
    click: () => {
      node.hidden = true;
      forget();
      again();
    },
  }, t('retry')));
}

async function trying(action) {
  try {
    return await action();
  } catch (error) {
    trouble(error, () => trying(action));
    if (!(error instanceof Refusal)) {
      throw error;
    }
    return null;
  }
}

const watched = () => state.timeline.features.filter(({ role }) => role === 'facility' || role === 'control');
const quantity = () => $('layer').value;

/** The table: how all stand now, or after the pass that is shown. */
function fillTable(looks) {
  const of = new Map((looks ?? []).map((look) => [look.facility, look]));
  $('when').textContent = state.now ? t('factories.now') : t('factories.then', { time: time(state.shown.acquiredAt, state.timeline.timeZone) });
  watched().forEach((feature) => {
    const row = document.querySelector(`#factories tr[data-id="${feature.id}"]`);
    const look = state.now ? feature.latest : of.get(feature.id);
    const its = state.now ? feature.state : look?.state ?? 'UNKNOWN';
    const [, stateCell, excessCell, sinceCell] = row.cells;
    stateCell.replaceChildren(el('span', { class: `state ${its}` }, t(`state.${its}`)));
    excessCell.textContent = !state.now && !look ? t('status.no_observation') : look && look.status !== 'observed' ? `${t(`status.${look.status}`)}: ${look.flags[0] ?? ''}` : excess(look);
    const since = state.now ? feature.since : feature.changes.findLast(([date]) => date <= state.shown.acquiredAt.slice(0, 10))?.[0];
    sinceCell.textContent = briefDay(since);
  });
}

function colourMap(looks) {
  const of = new Map((looks ?? []).map((look) => [look.facility, look]));
  state.map?.footprints.forEachFeature((drawn) => {
    const feature = state.timeline.features.find(({ id }) => id === drawn.getId());
    const look = of.get(feature.id);
    drawn.setProperties({
      state: (state.now ? feature.state : look?.state) ?? 'UNKNOWN',
      reading: look ? (look.status === 'observed' ? excess({ ...look, provisional: false }) : t(`status.${look.status}`)) : undefined,
    }, true);
  });
  state.map?.placeLabels();
}

/** Shows what a pass saw. The newest request wins, however late older answers come. */
async function showPass(pass, isLatest) {
  const started = performance.now();
  state.shown = pass;
  state.now = isLatest;
  notePass();
  let numbers;
  try {
    numbers = await askOnce(`/heatmaps/${pass.acquisition}.json`);
  } catch (error) {
    trouble(error, () => state.passes.goTo(pass.acquisition), 'pass');
    // The slider must not name a pass that the map does not show.
    if (state.shown === pass && state.painted) {
      [state.shown, state.now] = state.painted;
      state.passes.mark(state.shown);
    }
    return;
  }
  if (state.shown !== pass) {
    return;
  }
  state.numbers = numbers;
  state.painted = [pass, isLatest];
  if ($('trouble').dataset.of === 'pass') {
    $('trouble').hidden = true;
  }
  state.map?.heat.show(numbers.samples, quantity());
  state.map?.setSpots(numbers.pass.hotSpots);
  colourMap(numbers.looks);
  fillTable(numbers.looks);
  $('pass').replaceChildren(...passLine(state.passes, pass, numbers.samples !== null, numbers));
  $('spots').textContent = numbers.pass.hotSpots.length > 0 ? t('pass.hotspots', { count: numbers.pass.hotSpots.length }) : '';
  downloads();
  requestAnimationFrame(() => setTimeout(() => {
    document.body.dataset.pass = pass.acquisition;
    performance.measure('pass', { start: started });
  }));
  state.passes.near().forEach((near) => askOnce(`/heatmaps/${near.acquisition}.json`).catch(() => {}));
}

/** Not at every step: browsers allow only so many changes of the address. */
const notePass = calm(200, () => choose({ pass: state.now ? '' : state.shown.acquisition }));

const downloads = calm(50, () => showDownloads(site, state.shown?.acquisition, state.facility, quantity()));

function chooseFacility(id) {
  state.facility = id;
  choose({ factory: id });
  state.map?.choose(id);
  document.querySelectorAll('#factories tbody tr').forEach((row) => {
    row.classList.toggle('chosen', row.dataset.id === id);
    const button = row.querySelector('th button');
    button?.setAttribute('aria-pressed', String(row.dataset.id === id));
  });
  downloads();
  return trying(() => showFacility(id));
}

const compared = () => [...document.querySelectorAll('#factories input:checked')].map((box) => box.value);

/** Names become buttons, and each row gets a box to compare by. */
function enliven() {
  const wanted = chosen('compare').split(',').filter(Boolean);
  document.querySelectorAll('#factories tbody tr').forEach((row) => {
    const { id } = row.dataset;
    const feature = watched().find((one) => one.id === id);
    if (!feature) {
      row.remove();
      return;
    }
    row.cells[0].replaceChildren(el('button', {
      type: 'button',
      class: 'name',
      'aria-pressed': 'false',
      click: async () => {
        await chooseFacility(id);
        $('factory').scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      },
    }, label(feature), feature.role === 'control' ? el('small', {}, ` ${t('role.control')}`) : ''));
    row.cells[4].replaceChildren(el('input', {
      type: 'checkbox',
      value: id,
      checked: wanted.length > 0 ? wanted.includes(id) : feature.role === 'facility' && compared().length < MOST_COMPARED,
      'aria-label': `${t('column.compare')}: ${label(feature)}`,
      change: (event) => {
        if (compared().length > MOST_COMPARED) {
          event.target.checked = false;
        }
        choose({ compare: compared().join(',') });
        trying(() => compare(compared()));
      },
    }));
  });
}

function drawMap() {
  if (!window.ol) {
    $('map').textContent = t('map.nolib');
    return;
  }
  state.map = new SiteMap($('map'));
  state.map.setFeatures(state.timeline.features);
  const [lon, lat, zoom] = chosen('view').split(',').map(Number);
  if (zoom) {
    state.map.map.getView().setCenter(ol.proj.fromLonLat([lon, lat]));
    state.map.map.getView().setZoom(zoom);
  } else {
    state.map.fit();
  }
  state.map.map.on('singleclick', (event) => {
    const { id } = state.map.at(event.pixel);
    if (watched().some((feature) => feature.id === id)) {
      chooseFacility(id);
    }
  });
  state.map.map.on('moveend', calm(300, () => {
    const view = state.map.map.getView();
    const centre = ol.proj.toLonLat(view.getCenter());
    if (state.moved) {
      choose({ view: `${centre[0].toFixed(5)},${centre[1].toFixed(5)},${view.getZoom().toFixed(2)}` });
    }
    state.moved = true;
  }));
  tips(state.map, $('tip'), ({ id, spot }) => {
    const feature = state.timeline.features.find((one) => one.id === id);
    const near = state.timeline.features.find((one) => one.id === spot?.nearest);
    return [
      feature ? `${label(feature)}, ${t(`role.${feature.role}`)}` : '',
      spot ? t('hotspot', { z: spot.z.toFixed(1), area: Math.round(spot.kelvinSquareMetres), metres: Math.round(spot.positionStandardErrorMetres) }) : '',
      near ? t('hotspot.near', { metres: Math.round(spot.nearestMetres), name: label(near) }) : '',
    ].filter(Boolean).join('; ');
  });
  baseMapControls(state.map, chosen, choose);
}

function controls() {
  $('layer').value = ['excess', 'z', 'none'].includes(chosen('layer')) ? chosen('layer') : 'excess';
  const show = () => {
    legend($('legend'), quantity());
    state.map?.heat.show(state.numbers?.samples ?? null, quantity());
  };
  $('layer').addEventListener('change', () => {
    choose({ layer: quantity() === 'excess' ? '' : quantity() });
    show();
    downloads();
  });
  show();
  $('site')?.addEventListener('change', () => location.assign(`${address('/', { site: $('site').value, f: 'html' })}`));
}

function linkButton() {
  $('link').addEventListener('click', async () => {
    const said = await navigator.clipboard?.writeText(location.href).then(() => 'copied', () => 'copy.failed') ?? 'copy.failed';
    $('link').textContent = t(said);
    setTimeout(() => {
      $('link').textContent = t('copy.link');
    }, 2000);
  });
}

async function start() {
  const timeline = await trying(() => askOnce('/timeline'));
  if (!timeline) {
    return;
  }
  state.timeline = timeline;
  enliven();
  drawMap();
  controls();
  state.passes = new Passes(timeline.passes, timeline.timeZone, showPass);
  if (timeline.passes.length === 0) {
    $('pass').textContent = t('pass.none');
    downloads();
  } else if (chosen('pass')) {
    state.passes.goTo(chosen('pass'));
  } else {
    state.passes.latest();
  }
  const known = watched();
  const wanted = known.find(({ id }) => id === chosen('factory'));
  const hottest = [...known].sort((a, b) => (b.latest?.effectiveKelvin ?? -99) - (a.latest?.effectiveKelvin ?? -99))[0];
  if (wanted || hottest) {
    state.facility = (wanted ?? hottest).id;
    await chooseFacility(state.facility);
  }
  await trying(() => compare(compared()));
  await Promise.all([trying(showAlerts), trying(() => showMissing(timeline.passes.length))]);
  document.body.dataset.ready = 'true';
}

links();
if (site) {
  linkButton();
  onOther(() => location.reload());
  trying(start);
}
