import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  code, isWarmIn, parsePeriod, partOf, periodText, quarterOf, span, yearOf,
} from '../../main/resources/org/heatwatch/web/files/quarters.js';

const source = (firstSeen, lastSeen) => ({ firstSeen, lastSeen });

test('each day is in the quarter of its month', () => {
  assert.equal(code(quarterOf('2020-01-01')), '2020-q1');
  assert.equal(code(quarterOf('2020-03-31')), '2020-q1');
  assert.equal(code(quarterOf('2020-04-01')), '2020-q2');
  assert.equal(code(quarterOf('2020-12-31')), '2020-q4');
  assert.equal(quarterOf('2021-01-01'), quarterOf('2020-12-31') + 1);
  assert.deepEqual([yearOf(quarterOf('2025-11-04')), partOf(quarterOf('2025-11-04'))], [2025, 4]);
});

test('a source is warm in each period that overlaps its time span', () => {
  const one = source('2021-02-10', '2022-06-30');
  const isWarm = (from, to) => isWarmIn(one, { from: quarterOf(from), to: quarterOf(to) });
  assert.ok(isWarm('2020-01-01', '2021-01-01'), 'its first quarter');
  assert.ok(isWarm('2021-07-01', '2021-07-01'), 'a quarter in the middle');
  assert.ok(isWarm('2022-04-01', '2025-01-01'), 'its last quarter');
  assert.ok(isWarm('2013-01-01', '2025-01-01'), 'a longer period');
  assert.ok(!isWarm('2013-01-01', '2020-12-31'), 'before');
  assert.ok(!isWarm('2022-07-01', '2025-01-01'), 'after');
});

test('the span of all sources is from the first to the last quarter', () => {
  const whole = span([source('2021-02-10', '2022-06-30'), source('2020-06-01', '2020-07-01')]);
  assert.equal(periodText(whole), '2020-q2/2022-q2');
});

test('a period of a link is limited to the span; an invalid one is the whole span', () => {
  const whole = { from: quarterOf('2020-01-01'), to: quarterOf('2025-12-31') };
  assert.equal(periodText(parsePeriod('2021-q2/2022-q3', whole)), '2021-q2/2022-q3');
  assert.equal(periodText(parsePeriod('2013-q1/2022-q3', whole)), '2020-q1/2022-q3');
  for (const text of ['', 'x', '2021-q5/2022-q1', '2022-q3/2021-q2', '2013-q1/2014-q1', '2021-q2', '2030-q1/2031-q1']) {
    assert.deepEqual(parsePeriod(text, whole), whole, text);
  }
});
