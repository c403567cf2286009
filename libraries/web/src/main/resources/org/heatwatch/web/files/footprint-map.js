// The footprints on the map, and the tools that change them there.

import { $, css } from './dom.js';
import { SiteMap, toGeoJson } from './map.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

function outlineStyle(editing, feature, isChosen) {
  const role = feature.get('role');
  const isBad = editing.defective.has(feature.getId());
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

export class FootprintMap {
  #interactions = [];

  constructor(editing) {
    this.editing = editing;
    this.view = new SiteMap($('map'), (feature, isChosen) => outlineStyle(editing, feature, isChosen));
    editing.on('draft', () => this.#redraw());
    editing.on('choice', () => {
      this.view.choose(editing.selected);
      this.#arm();
    });
    editing.on('findings', () => this.view.redraw());
    this.view.map.on('singleclick', (event) => {
      if (editing.tool === 'select') {
        editing.select(this.view.at(event.pixel).id ?? '');
      }
    });
  }

  /** Longitude and latitude of the middle of what is seen. */
  get centre() {
    return ol.proj.toLonLat(this.view.map.getView().getCenter());
  }

  #redraw() {
    this.view.setFeatures(this.editing.draft.features.map(drawable));
    this.view.choose(this.editing.selected);
    if (this.editing.tool === 'shape' || this.editing.tool === 'move') {
      // They hold what was drawn before.
      this.#arm();
    }
  }

  /** The chosen outline as it is drawn; null if none is chosen. */
  get #drawn() {
    return this.view.footprints.getFeatureById(this.editing.selected);
  }

  #arm() {
    const { map } = this.view;
    this.#interactions.forEach((interaction) => map.removeInteraction(interaction));
    const make = {
      select: () => [],
      draw: () => this.#draw(),
      shape: () => this.#change(new ol.interaction.Modify({ features: this.#mine }), 'modifyend', true),
      move: () => this.#change(new ol.interaction.Translate({ features: this.#mine }), 'translateend', false),
      split: () => this.#split(),
    };
    this.#interactions = make[this.editing.tool]();
    this.#interactions.forEach((interaction) => map.addInteraction(interaction));
  }

  get #mine() {
    return new ol.Collection(this.#drawn ? [this.#drawn] : []);
  }

  get #snap() {
    return new ol.interaction.Snap({ source: this.view.footprints });
  }

  // What follows a gesture comes after its event, which still holds the interaction.

  #draw() {
    const draw = new ol.interaction.Draw({ type: 'Polygon' });
    draw.on('drawend', ({ feature }) => {
      const geometry = toGeoJson(feature.getGeometry());
      setTimeout(() => {
        this.editing.add(geometry);
        this.editing.use('select');
      });
    });
    return [draw, this.#snap];
  }

  #change(interaction, end, snaps) {
    interaction.on(end, () => setTimeout(() => {
      this.editing.reshape(toGeoJson(this.#drawn.getGeometry()));
      this.#arm();
    }));
    return snaps ? [interaction, this.#snap] : [interaction];
  }

  #split() {
    const draw = new ol.interaction.Draw({ type: 'LineString' });
    draw.on('drawend', ({ feature }) => {
      const line = toGeoJson(feature.getGeometry()).coordinates;
      setTimeout(() => {
        if (this.editing.split(line)) {
          this.editing.use('select');
        } else {
          $('hint').textContent = t('split.cannot');
        }
      });
    });
    return this.#drawn ? [draw] : [];
  }
}
