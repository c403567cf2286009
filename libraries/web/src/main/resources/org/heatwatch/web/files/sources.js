// The list of heat sources, the period slider, and the selection that list and map share.

import { $, el } from './dom.js';
import { SourceLayer, sourceKey } from './source-map.js';
import { isWarmIn, parsePeriod, partOf, periodText, span, yearOf } from './quarters.js';
import { setView, viewParameter } from './view.js';
import { t } from './words.js';

/** The sources and quarters that the server wrote into the page. */
export const sourceData = () => JSON.parse($('source-data').textContent);

/** Whether the page shows sources before facilities, because the outlines of all facilities are placeholders. */
export const isSourcesFirst = () => Boolean($('sources')?.closest('.stage'));

export const quarterName = (quarter) => t('found.quarter.name', { year: yearOf(quarter), quarter: partOf(quarter) });

export const sourceName = ({ rank, place }) => t('sources.name', { rank, place });

export function sourceTip(source) {
  return t('sources.tip', {
    name: sourceName(source),
    amount: source.amount,
    metres: Math.round(source.positionStandardErrorMetres),
    from: source.firstSeen,
    to: source.lastSeen,
  });
}

/** The list of sources with its controls. Without a map, the list works alone. */
export class SourceList {
  /**
   * @param siteMap the map; null if it could not be loaded
   * @param onSelect called with a source that the reader selected in the list
   * @param onPeriod called with the period { from, to } when it changes
   */
  constructor(siteMap, sources, onSelect, onPeriod) {
    this.sources = sources;
    this.onSelect = onSelect;
    this.onPeriod = onPeriod;
    this.layer = siteMap && new SourceLayer(siteMap, sources);
    this.whole = span(sources);
    this.period = parsePeriod(viewParameter('period'), this.whole);
    sourceKey(sources);
    this.rows = new Map([...document.querySelectorAll('#sources-list tbody tr')].map((row) => [row.dataset.id, row]));
    this.addButtons();
    this.connectLayer();
    this.connectPeriod();
    this.show();
  }

  find(id) {
    return this.sources.find((source) => source.id === id);
  }

  addButtons() {
    this.sources.forEach((source) => {
      this.rows.get(source.id)?.querySelector('th a').replaceWith(el('button', {
        type: 'button',
        class: 'name',
        'aria-pressed': 'false',
        'aria-label': sourceName(source),
        click: () => {
          this.select(source.id);
          this.onSelect(source);
        },
      }, source.place));
    });
  }

  /** Highlights a source in the list and on the map, and stores it in the URL; nothing if the id is empty. */
  select(id) {
    setView({ source: id });
    this.layer?.select(id);
    this.rows.forEach((row, rowId) => {
      row.classList.toggle('chosen', rowId === id);
      row.querySelector('th button').setAttribute('aria-pressed', String(rowId === id));
    });
    this.scrollTo(this.rows.get(id));
  }

  /** Scrolls the list, not the page. */
  scrollTo(row) {
    const list = $('sources-list');
    if (row && !row.hidden) {
      const [box, inside] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
      if (inside.top < box.top || inside.bottom > box.bottom) {
        list.scrollTop += inside.top - box.top - (box.height - inside.height) / 2;
      }
    }
  }

  connectLayer() {
    const box = $('show-sources');
    box.checked = viewParameter('sources') !== 'off';
    const apply = () => this.layer?.setVisible(box.checked);
    box.addEventListener('change', () => {
      setView({ sources: box.checked ? '' : 'off' });
      apply();
    });
    apply();
  }

  connectPeriod() {
    const [from, to, year] = ['period-from', 'period-to', 'period-year'].map($);
    [from, to, year].forEach((control) => {
      control.disabled = false;
    });
    [from, to].forEach((slider) => {
      slider.min = this.whole.from;
      slider.max = this.whole.to;
    });
    const years = [];
    for (let one = yearOf(this.whole.from); one <= yearOf(this.whole.to); one += 1) {
      years.push(one);
    }
    year.replaceChildren(el('option', { value: '' }, t('sources.year.all')),
      ...years.map((one) => el('option', { value: one }, one)));
    // A slider pushes the other one, so that the period never ends before it begins.
    from.addEventListener('input', () => this.setPeriod(Number(from.value), Math.max(from.value, to.value)));
    to.addEventListener('input', () => this.setPeriod(Math.min(from.value, to.value), Number(to.value)));
    year.addEventListener('change', () => {
      const first = year.value ? 4 * year.value : this.whole.from;
      this.setPeriod(Math.max(first, this.whole.from), Math.min(year.value ? first + 3 : Infinity, this.whole.to));
    });
  }

  setPeriod(from, to) {
    this.period = { from, to };
    setView({ period: this.isWhole() ? '' : periodText(this.period) });
    this.show();
  }

  isWhole() {
    return this.period.from === this.whole.from && this.period.to === this.whole.to;
  }

  /** Shows the period in the controls, and its sources in the list and on the map. */
  show() {
    const { from, to } = this.period;
    for (const [end, quarter] of [['from', from], ['to', to]]) {
      $(`period-${end}`).value = quarter;
      $(`period-${end}`).setAttribute('aria-valuetext', quarterName(quarter));
      $(`period-${end}-text`).textContent = quarterName(quarter);
    }
    const isYear = yearOf(from) === yearOf(to)
      && from === Math.max(4 * yearOf(from), this.whole.from) && to === Math.min(4 * yearOf(to) + 3, this.whole.to);
    $('period-year').value = isYear ? yearOf(from) : '';
    const warm = this.sources.filter((source) => isWarmIn(source, this.period));
    const ids = new Set(warm.map(({ id }) => id));
    this.rows.forEach((row, id) => {
      row.hidden = !ids.has(id);
    });
    this.layer?.show(warm);
    $('sources-shown').textContent = t('sources.shown', {
      count: warm.length, all: this.sources.length, from: quarterName(from), to: quarterName(to),
    });
    this.onPeriod(this.period);
  }
}
