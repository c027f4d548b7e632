/** The notices in the menu, all of invented places. */

/** @typedef {{ id: string, zh: string, en: string, url: () => URL }} Sample */

// A URL is written out where it is used, so that the bundler finds the file.
/** @type {readonly Sample[]} */
export const SAMPLES = [
  {
    id: 'yunxi-officials',
    zh: '云溪市：重点工作和民生实事',
    en: 'Yunxi: key work and livelihood projects',
    url: () => new URL('../../notices/yunxi-officials.txt', import.meta.url),
  },
  {
    id: 'qinghe-allocation',
    zh: '清禾市：任务清单，有一行合计不符',
    en: 'Qinghe: figures for districts, one sum is wrong',
    url: () => new URL('../samples/qinghe-allocation.txt', import.meta.url),
  },
  {
    id: 'hongyan-table',
    zh: '红岩县：任务分解表',
    en: 'Hongyan: a table of tasks',
    url: () => new URL('../../notices/hongyan-table.txt', import.meta.url),
  },
  {
    id: 'xinling-county',
    zh: '信岭县：责任单位均为牵头',
    en: 'Xinling: every unit leads',
    url: () => new URL('../../notices/xinling-county.txt', import.meta.url),
  },
  {
    id: 'fengyuan-joint',
    zh: '凤原市：括号里的分工',
    en: 'Fengyuan: units in brackets',
    url: () => new URL('../../notices/fengyuan-joint.txt', import.meta.url),
  },
  {
    id: 'qingwu-outlook',
    zh: '青梧市：标签有误印的网页稿',
    en: 'Qingwu: a web page with misprints',
    url: () => new URL('../../notices/qingwu-outlook.txt', import.meta.url),
  },
];

/** @param {string} id */
export const isSample = (id) => SAMPLES.some((sample) => sample.id === id);

/**
 * The text of a sample.
 *
 * @param {string} id
 */
export async function sampleText(id) {
  const sample = SAMPLES.find((candidate) => candidate.id === id) ?? SAMPLES[0];
  const answer = await fetch(sample.url());
  if (!answer.ok) throw new Error(`${sample.id}: ${answer.status}`);
  return answer.text();
}
