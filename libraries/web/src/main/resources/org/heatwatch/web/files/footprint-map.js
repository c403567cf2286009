// The map of the editor, and the tools that edit footprints on it.

import { $, css } from './dom.js';
import { SiteMap, toGeoJson } from './map.js';
import { named } from './footprint-list.js';
import { t } from './words.js';

/** With more footprints than this, names would cover them: only the selected one and those with defects are named. */
const MANY_FOOTPRINTS = 80;

function outlineStyle(editing, feature, isSelected) {
  const role = feature.get('role');
  const isBad = editing.defective.has(feature.getId());
  const roleColour = { facility: '--state-ON', control: '--state-OFF' }[role] ?? '--quiet';
  const colour = css(isBad ? '--bad' : isSelected ? '--link' : roleColour);
  const lineDash = isBad ? [6, 4] : role === 'site' ? [8, 6] : undefined;
  const isFew = editing.draft.features.length <= MANY_FOOTPRINTS;
  const isNamed = isSelected || isBad || (isFew && (role === 'facility' || role === 'control'));
  return [
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: css('--halo'), width: isSelected ? 7 : 4 }) }),
    new ol.style.Style({
      stroke: new ol.style.Stroke({ color: colour, width: isSelected ? 4 : 2, lineDash }),
      fill: role === 'site' ? undefined : new ol.style.Fill({ color: 'rgba(128,128,128,0.02)' }),
      text: isNamed && role !== 'site' ? new ol.style.Text({
        text: `${isBad ? '⚠ ' : ''}${feature.get('name')}`,
        font: '600 12px system-ui, sans-serif',
        fill: new ol.style.Fill({ color: isBad ? css('--bad') : css('--text') }),
        stroke: new ol.style.Stroke({ color: css('--halo'), width: 4 }),
        offsetY: -22,
        overflow: true,
      }) : undefined,
    }),
  ];
}

const drawable = (feature) => ({
  ...feature.properties, id: feature.id, name: named(feature), geometry: feature.geometry,
});

export class FootprintMap {
  #interactions = [];

  constructor(editing) {
    this.editing = editing;
    this.view = new SiteMap($('map'), (feature, isSelected) => outlineStyle(editing, feature, isSelected));
    editing.on('draft', () => this.#redraw());
    editing.on('choice', () => {
      this.view.select(editing.selected);
      this.#startTool();
    });
    editing.on('findings', () => this.view.redraw());
    this.view.map.on('singleclick', (event) => {
      if (editing.tool === 'select') {
        editing.select(this.view.at(event.pixel).id ?? '');
      }
    });
  }

  /** Longitude and latitude of the centre of the map. */
  get centre() {
    return ol.proj.toLonLat(this.view.map.getView().getCenter());
  }

  /** Moves the map to a position. */
  centreOn({ longitude, latitude }) {
    this.view.map.getView().setCenter(ol.proj.fromLonLat([longitude, latitude]));
  }

  #redraw() {
    this.view.setFeatures(this.editing.draft.features.map(drawable));
    this.view.select(this.editing.selected);
    if (this.editing.tool === 'shape' || this.editing.tool === 'move') {
      // The interactions refer to the previous map features.
      this.#startTool();
    }
  }

  /** The map feature of the selected footprint; null if there is none. */
  get #selected() {
    return this.view.footprints.getFeatureById(this.editing.selected);
  }

  #startTool() {
    const { map } = this.view;
    this.#interactions.forEach((interaction) => map.removeInteraction(interaction));
    const make = {
      select: () => [],
      draw: () => this.#draw(),
      shape: () => this.#change(new ol.interaction.Modify({ features: this.#selection }), 'modifyend', true),
      move: () => this.#change(new ol.interaction.Translate({ features: this.#selection }), 'translateend', false),
      split: () => this.#split(),
    };
    this.#interactions = make[this.editing.tool]();
    this.#interactions.forEach((interaction) => map.addInteraction(interaction));
  }

  get #selection() {
    return new ol.Collection(this.#selected ? [this.#selected] : []);
  }

  get #snap() {
    return new ol.interaction.Snap({ source: this.view.footprints });
  }

  // Edits are applied after the event of a gesture, because the interaction is still active during the event.

  #draw() {
    const draw = new ol.interaction.Draw({ type: 'Polygon' });
    draw.on('drawend', ({ feature }) => {
      const geometry = toGeoJson(feature.getGeometry());
      setTimeout(() => {
        this.editing.add(geometry);
        this.editing.setTool('select');
      });
    });
    return [draw, this.#snap];
  }

  #change(interaction, end, snaps) {
    interaction.on(end, () => setTimeout(() => {
      this.editing.reshape(toGeoJson(this.#selected.getGeometry()));
      this.#startTool();
    }));
    return snaps ? [interaction, this.#snap] : [interaction];
  }

  #split() {
    const draw = new ol.interaction.Draw({ type: 'LineString' });
    draw.on('drawend', ({ feature }) => {
      const line = toGeoJson(feature.getGeometry()).coordinates;
      setTimeout(() => {
        if (this.editing.split(line)) {
          this.editing.setTool('select');
        } else {
          $('hint').textContent = t('split.cannot');
        }
      });
    });
    return this.#selected ? [draw] : [];
  }
}
