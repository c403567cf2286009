// Entry point of the dashboard: makes the page that the server rendered interactive.

import { $, debounce, el } from './dom.js';
import { loadCharts, loadMaps, pause, whenWanted } from './later.js';
import { RequestError, address, clearCache, fetchCached, site } from './api.js';
import { DASHED, SiteMap, baseMapControls, showTips } from './map.js';
import { legend } from './heat.js';
import { mapKey } from './map-key.js';
import { connectTools } from './map-tools.js';
import { Story } from './story.js';
import './printing.js';
import { Passes, passLine } from './passes.js';
import { MAX_COMPARED, compare } from './compare.js';
import { showFacility } from './facility.js';
import { showActivity } from './activity.js';
import { SourceList, isSourcesFirst, sourceData, sourceName, sourceTip } from './sources.js';
import { showAlerts, showDownloads, showEmbedding, showMissing } from './lists.js';
import { onViewChange, setView, updateLanguageLinks, viewParameter } from './view.js';
import { briefDay, excess, label, reason, t, time } from './words.js';

/**
 * State of the page: timeline, controls, heading, map and its tools, list of heat sources, chart of the buildings in
 * use, heat map data, the pass shown, whether it is the current state, the last pass whose data were drawn, the
 * selected facility, and whether any facility or source was selected. Map, tools and sources are created when they
 * are wanted.
 */
const state = {
  timeline: null,
  passes: null,
  story: null,
  map: null,
  tools: null,
  sources: null,
  activity: null,
  heatMap: null,
  pass: null,
  isCurrent: true,
  drawn: null,
  facility: '',
  isSelected: false,
};

/** Shows an error at the top of the page with a button to retry. The rest of the page stays. */
function reportError(error, retry, cause = '') {
  const node = $('trouble');
  node.hidden = false;
  node.dataset.of = cause;
  node.replaceChildren(error instanceof RequestError ? error.message : String(error), ' ', el('button', {
    type: 'button',
    click: () => {
      node.hidden = true;
      clearCache();
      retry();
    },
  }, t('retry')));
}

/** Runs an action; reports a failure and returns null. */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    reportError(error, () => attempt(action));
    if (!(error instanceof RequestError)) {
      throw error;
    }
    return null;
  }
}

const watched = () => state.timeline.features.filter(({ role }) => role === 'facility' || role === 'control');
const quantity = () => $('layer').value;
const byFacility = (observations) => new Map((observations ?? []).map((one) => [one.facility, one]));

/** The excess of an observation, or why there is none. */
function excessText(observation) {
  if (!state.isCurrent && !observation) {
    return t('status.no_observation');
  }
  return observation && observation.status !== 'observed'
    ? `${t(`status.${observation.status}`)}: ${reason(observation.flags[0] ?? '')}`
    : excess(observation);
}

/** The day on which the state at the pass shown began. */
function since(feature) {
  return state.isCurrent
    ? feature.since
    : feature.changes.findLast(([date]) => date <= state.pass.acquiredAt.slice(0, 10))?.[0];
}

/** Fills the table with the current states, or with those after the pass shown. */
function fillTable(observations) {
  const found = byFacility(observations);
  $('when').textContent = state.isCurrent
    ? t('factories.now')
    : t('factories.then', { time: time(state.pass.acquiredAt, state.timeline.timeZone) });
  watched().forEach((feature) => {
    const row = document.querySelector(`#factories tr[data-id="${feature.id}"]`);
    const observation = state.isCurrent ? feature.latest : found.get(feature.id);
    const name = state.isCurrent ? feature.state : observation?.state ?? 'UNKNOWN';
    const [, stateCell, excessCell, sinceCell] = row.cells;
    stateCell.replaceChildren(el('span', { class: `state ${name}` }, t(`state.${name}`)));
    excessCell.textContent = excessText(observation);
    sinceCell.textContent = briefDay(since(feature));
  });
}

function colourMap(observations) {
  const found = byFacility(observations);
  state.map?.footprints.forEachFeature((mapFeature) => {
    const feature = state.timeline.features.find(({ id }) => id === mapFeature.getId());
    const observation = found.get(feature.id);
    const text = observation?.status === 'observed'
      ? excess({ ...observation, provisional: false })
      : observation && t(`status.${observation.status}`);
    mapFeature.setProperties({
      state: (state.isCurrent ? feature.state : observation?.state) ?? 'UNKNOWN',
      excess: text,
      kelvin: observation?.effectiveKelvin,
    }, true);
  });
  mapKey([...new Set(watched().map((feature) => (
    state.isCurrent ? feature.state : found.get(feature.id)?.state ?? 'UNKNOWN')))].sort(), DASHED);
  state.map?.placeLabels();
}

/** Shows a pass. If another pass is requested in the meantime, the response is ignored. */
async function showPass(pass, isLatest) {
  const started = performance.now();
  state.pass = pass;
  state.isCurrent = isLatest;
  storePass();
  let heatMap;
  try {
    heatMap = await fetchCached(`/heatmaps/${pass.acquisition}.json`);
  } catch (error) {
    reportError(error, () => state.passes.goTo(pass.acquisition), 'pass');
    // The slider must not show a pass other than the one on the map.
    if (state.pass === pass && state.drawn) {
      [state.pass, state.isCurrent] = state.drawn;
      state.passes.mark(state.pass);
    }
    return;
  }
  if (state.pass === pass) {
    state.heatMap = heatMap;
    state.drawn = [pass, isLatest];
    drawPass(pass, heatMap);
    afterPaint(() => {
      document.body.dataset.pass = pass.acquisition;
      performance.measure('pass', { start: started });
    });
    state.passes.nearby().forEach((next) => fetchCached(`/heatmaps/${next.acquisition}.json`).catch(() => {}));
  }
}

function drawPass(pass, heatMap) {
  if ($('trouble').dataset.of === 'pass') {
    $('trouble').hidden = true;
  }
  const { hotSpots } = heatMap.pass;
  legend($('legend'), quantity(), heatMap.samples);
  drawOnMap(pass, heatMap);
  fillTable(heatMap.looks);
  state.story.show(state.isCurrent ? null : pass, heatMap.looks, pass.suspicions);
  $('pass').replaceChildren(...passLine(state.passes, pass, heatMap));
  $('spots').textContent = hotSpots.length > 0 ? t('pass.hotspots', { count: hotSpots.length }) : '';
  updateDownloads();
}

/** Draws the samples, the hot spots and the states of a pass. */
function drawOnMap(pass, heatMap) {
  state.map?.heat.show(heatMap.samples, quantity());
  state.map?.setSpots(heatMap.pass.hotSpots);
  colourMap(heatMap.looks);
  state.tools?.swipe.setLeft(pass);
}

const afterPaint = (action) => requestAnimationFrame(() => setTimeout(action));

/** Debounced, because browsers limit how often the URL may change. */
const storePass = debounce(200, () => setView({ pass: state.isCurrent ? '' : state.pass.acquisition }));

const updateDownloads = debounce(50, () => {
  showDownloads(site, state.pass, state.facility, quantity());
});

/** Marks a facility in the table and on the map; none if the id is empty. */
function markFacility(id) {
  state.isSelected = true;
  setView({ factory: id });
  state.map?.select(id);
  document.querySelectorAll('#factories tbody tr').forEach((row) => {
    row.classList.toggle('chosen', row.dataset.id === id);
    const button = row.querySelector('th button');
    button?.setAttribute('aria-pressed', String(row.dataset.id === id));
  });
}

function selectFacility(id) {
  state.facility = id;
  markFacility(id);
  updateDownloads();
  return attempt(() => showFacility(id));
}

/** Shows the history of a heat source in place of that of a facility. */
function showSource(source) {
  markFacility('');
  return attempt(() => showFacility(source.id, {
    name: sourceName(source),
    position: ({ areaSquareMetres }) => t('sources.history', {
      metres: Math.round(source.positionStandardErrorMetres), area: areaSquareMetres,
    }),
  }));
}

const compared = () => [...document.querySelectorAll('#factories input:checked')].map((box) => box.value);

function nameButton(feature) {
  return el('button', {
    type: 'button',
    class: 'name',
    'aria-pressed': 'false',
    click: async () => {
      await selectFacility(feature.id);
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      $('factory').scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
    },
  }, label(feature), feature.role === 'control' ? el('small', {}, ` ${t('role.control')}`) : '');
}

function compareBox(feature, checked) {
  return el('input', {
    type: 'checkbox',
    value: feature.id,
    checked,
    'aria-label': `${t('column.compare')}: ${label(feature)}`,
    change: (event) => {
      if (compared().length > MAX_COMPARED) {
        event.target.checked = false;
      }
      setView({ compare: compared().join(',') });
      attempt(() => compare(compared()));
    },
  });
}

/** Adds buttons and checkboxes to the table. */
function addTableControls() {
  const wanted = viewParameter('compare').split(',').filter(Boolean);
  document.querySelectorAll('#factories tbody tr').forEach((row) => {
    const feature = watched().find(({ id }) => id === row.dataset.id);
    if (!feature) {
      row.remove();
      return;
    }
    const isCompared = wanted.length > 0
      ? wanted.includes(feature.id)
      : feature.role === 'facility' && compared().length < MAX_COMPARED;
    row.cells[0].replaceChildren(nameButton(feature));
    row.cells[4].replaceChildren(compareBox(feature, isCompared));
  });
}

function mapTip({ id, spot, source }) {
  const feature = state.timeline.features.find((candidate) => candidate.id === id);
  const near = state.timeline.features.find((candidate) => candidate.id === spot?.nearest);
  return [
    source ? sourceTip(source) : '',
    feature ? `${label(feature)}, ${t(`role.${feature.role}`)}` : '',
    spot ? t('hotspot', {
      z: spot.z.toFixed(1),
      area: Math.round(spot.kelvinSquareMetres),
      metres: Math.round(spot.positionStandardErrorMetres),
    }) : '',
    near ? t('hotspot.near', { metres: Math.round(spot.nearestMetres), name: label(near) }) : '',
  ].filter(Boolean).join('; ');
}

function createMap() {
  if (!window.ol) {
    $('map').textContent = t('map.nolib');
    return;
  }
  const siteMap = new SiteMap($('map'));
  state.map = siteMap;
  siteMap.selected = state.facility;
  siteMap.setFeatures(state.timeline.features);
  const [lon, lat, zoom] = viewParameter('view').split(',').map(Number);
  if (zoom) {
    siteMap.map.getView().setCenter(ol.proj.fromLonLat([lon, lat]));
    siteMap.map.getView().setZoom(zoom);
  } else {
    siteMap.fit();
  }
  state.tools = connectTools(siteMap, state.timeline.passes, state.timeline.timeZone, quantity);
  siteMap.map.on('singleclick', (event) => {
    if (!state.tools.isMeasuring()) {
      selectOnMap(siteMap.at(event.pixel));
    }
  });
  storeMapView(siteMap.map);
  showTips(siteMap, $('tip'), mapTip);
  baseMapControls(siteMap, viewParameter, setView);
}

/** Highlights a source, and shows the history of the facility at the same place if its location is known. */
function selectOnMap({ id, source }) {
  const isFacility = watched().some((feature) => feature.id === id);
  if (source) {
    state.sources.select(source.id);
  }
  if (source && !(isFacility && !isSourcesFirst())) {
    showSource(source);
  } else if (isFacility) {
    selectFacility(id);
  }
}

/** Creates the list of sources and their layer, if they were published. */
function createSources() {
  const { sources } = sourceData();
  if (sources.length === 0) {
    return;
  }
  state.sources = new SourceList(state.map, sources, showSource, (period) => state.activity?.mark(period));
  if (isSourcesFirst() && !viewParameter('view')) {
    state.map?.fit(state.sources.layer.extent());
  }
}

/** Creates the chart of the buildings in use when it is wanted, if it was published. */
async function createActivity() {
  const { quarters } = sourceData();
  if (quarters.length === 0) {
    return;
  }
  await whenWanted($('activity'));
  await loadCharts();
  if (window.uPlot) {
    state.activity = showActivity(quarters);
    if (state.sources) {
      state.activity.mark(state.sources.period);
    }
  }
}

/** Stores the map section in the URL, except for the initial one. */
function storeMapView(map) {
  let isMoved = false;
  map.on('moveend', debounce(300, () => {
    const [lon, lat] = ol.proj.toLonLat(map.getView().getCenter());
    if (isMoved) {
      setView({ view: `${lon.toFixed(5)},${lat.toFixed(5)},${map.getView().getZoom().toFixed(2)}` });
    }
    isMoved = true;
  }));
}

function connectControls() {
  const layer = viewParameter('layer');
  $('layer').value = ['excess', 'z', 'none'].includes(layer) ? layer : 'excess';
  const show = () => {
    legend($('legend'), quantity(), state.heatMap?.samples);
    state.map?.heat.show(state.heatMap?.samples ?? null, quantity());
    state.tools?.swipe.draw();
  };
  $('layer').addEventListener('change', () => {
    setView({ layer: quantity() === 'excess' ? '' : quantity() });
    show();
    updateDownloads();
  });
  show();
  $('site')?.addEventListener('change', () => location.assign(address('/', { site: $('site').value, f: 'html' })));
}

function connectLinkButton() {
  $('link').addEventListener('click', async () => {
    const copied = navigator.clipboard?.writeText(location.href).then(() => 'copied', () => 'copy.failed');
    $('link').textContent = t(await copied ?? 'copy.failed');
    setTimeout(() => {
      $('link').textContent = t('copy.link');
    }, 2000);
  });
}

/** Shows the pass of the view, or else the latest. */
function showFirstPass() {
  if (state.timeline.passes.length === 0) {
    $('pass').textContent = t('pass.none');
    updateDownloads();
  } else if (viewParameter('pass')) {
    state.passes.goTo(viewParameter('pass'));
  } else {
    state.passes.latest();
  }
}

/**
 * Selects the source and the facility of the view, or else the strongest source or the warmest facility; nothing if
 * the reader has selected one.
 */
async function selectFirst() {
  if (state.isSelected) {
    return;
  }
  const list = state.sources;
  const source = list?.find(viewParameter('source'))
    ?? (isSourcesFirst() && !viewParameter('factory') ? list?.sources[0] : null);
  if (source) {
    list.select(source.id);
    if (!viewParameter('factory')) {
      await showSource(source);
      return;
    }
  }
  const kelvin = ({ latest }) => latest?.effectiveKelvin ?? -99;
  const features = watched();
  const first = features.find(({ id }) => id === viewParameter('factory'))
    ?? features.toSorted((a, b) => kelvin(b) - kelvin(a))[0];
  if (first) {
    await selectFacility(first.id);
  }
}

/** Creates the map with the pass shown, and the list of sources. */
async function createWhere() {
  createMap();
  await pause();
  createSources();
  if (state.drawn) {
    drawOnMap(state.drawn[0], state.heatMap);
  }
}

/** Draws what is visible first, the other parts when they are wanted. */
async function start() {
  const maps = whenWanted($('map')).then(loadMaps);
  state.timeline = await attempt(() => fetchCached('/timeline'));
  if (!state.timeline) {
    return;
  }
  const { passes, timeZone } = state.timeline;
  addTableControls();
  connectControls();
  state.passes = new Passes(passes, timeZone, showPass);
  state.story = new Story(watched(), timeZone, () => state.passes.latest());
  showFirstPass();
  await maps;
  await createWhere();
  const activity = createActivity();
  await whenWanted($('factory'));
  await selectFirst();
  await whenWanted($('compare'));
  await attempt(() => compare(compared()));
  await whenWanted($('alerts'));
  await Promise.all([attempt(showAlerts), attempt(() => showMissing(passes.length)), activity]);
  document.body.dataset.ready = 'true';
}

updateLanguageLinks();
if (site) {
  connectLinkButton();
  showEmbedding();
  onViewChange(() => location.reload());
  attempt(start);
}
