// The heading of the page: that of the server for the latest pass, and one about the pass shown for any other.

import { $, el } from './dom.js';
import { excess, label, reason, t, time } from './words.js';

/** States with a name in the heading, and the order in which the heading counts all. */
const CHANGED = ['ON', 'LOWER', 'HIGHER'];
const COUNTED = [
  ...CHANGED, 'SUSPECT', 'COOLING', 'FALLING', 'RISING', 'RETURNING', 'OFF', 'UNCHANGED', 'STALE', 'UNKNOWN',
  'UNCALIBRATED',
];

/** States of a control that make a result doubtful, as in the notes of the server. */
const WARM = ['ON', 'SUSPECT', 'COOLING'];

/** Heading and notes of the page. */
export class Story {
  /**
   * @param watched facilities and controls
   * @param toLatest shows the latest pass
   */
  constructor(watched, zone, toLatest) {
    this.controls = watched.filter(({ role }) => role === 'control');
    this.facilities = watched.filter(({ role }) => role === 'facility');
    this.zone = zone;
    this.toLatest = toLatest;
    this.heading = [...$('headline').childNodes];
    this.notes = document.querySelector('.story .notes');
    this.latestNotes = [...this.notes.childNodes];
    this.lastingNotes = [...this.notes.querySelectorAll('[data-lasting]')];
    this.title = document.title;
    this.isChanged = false;
  }

  /**
   * Describes a pass.
   *
   * @param pass null for the latest
   * @param observations those of the pass
   * @param suspicions why the pass is suspect; empty for a good one
   */
  show(pass, observations, suspicions = []) {
    if (!pass) {
      // Inserting the same text again would delay the largest contentful paint.
      if (this.isChanged) {
        $('headline').replaceChildren(...this.heading);
        this.notes.replaceChildren(...this.latestNotes);
        document.title = this.title;
      }
      this.isChanged = false;
      return;
    }
    this.isChanged = true;
    const at = time(pass.acquiredAt, this.zone);
    $('headline').replaceChildren(
      el('strong', { class: 'then' }, t('then.lead', { time: at })), ' ',
      this.facilities.length > 0 ? t('then.rest', {
        states: this.states(observations), seen: this.seen(observations), all: this.facilities.length,
      }) : '',
    );
    this.notes.replaceChildren(
      el('li', {}, t('then.note'), ' ',
        el('button', { type: 'button', class: 'name', click: this.toLatest }, t('then.now'))),
      ...this.caveats(observations, suspicions).map((text) => el('li', {}, text)),
      ...this.lastingNotes,
    );
    document.title = `${at} - ${this.title}`;
  }

  /** Why the pass should not be trusted: it is suspect, or a control appears warm. */
  caveats(observations, suspicions) {
    const states = new Map(observations.map(({ facility, state }) => [facility, state]));
    const warm = this.controls.filter(({ id }) => WARM.includes(states.get(id)));
    return [
      ...(suspicions.length > 0 ? [t('then.suspect', { why: suspicions.map(reason).join('; ') })] : []),
      ...(warm.length > 0 ? [t('note.control', { names: warm.map(label).join(', ') })] : []),
    ];
  }

  /** How many facilities the pass saw and judged. */
  seen(observations) {
    const ids = new Set(this.facilities.map(({ id }) => id));
    return observations.filter(({ facility, status }) => ids.has(facility) && status === 'observed').length;
  }

  /** How many facilities were in which state, with the names of those that had changed. */
  states(observations) {
    const found = new Map(observations.map((one) => [one.facility, one]));
    const stateOf = ({ id }) => found.get(id)?.state ?? 'UNKNOWN';
    return COUNTED.flatMap((state) => {
      const those = this.facilities.filter((feature) => stateOf(feature) === state);
      const count = t(`story.count.${state}`, { count: those.length });
      const names = those.map((feature) => {
        const observation = found.get(feature.id);
        return observation?.status === 'observed' ? `${label(feature)} ${excess(observation)}` : label(feature);
      });
      return those.length === 0 ? []
        : [CHANGED.includes(state) ? t('then.warm', { count, names: names.join('; ') }) : count];
    }).join(', ');
  }
}
