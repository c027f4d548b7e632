/**
 * The names that the modules share. The notice's own types come from the package.
 *
 * @typedef {import('fenjie').Notice} Notice
 * @typedef {import('fenjie').Task} Task
 * @typedef {import('fenjie').Unit} Unit
 * @typedef {import('fenjie').Target} Target
 * @typedef {import('fenjie').Official} Official
 * @typedef {import('fenjie').Assignment} Assignment
 * @typedef {import('fenjie').Allocation} Allocation
 * @typedef {import('fenjie').Diagnostic} Diagnostic
 * @typedef {import('fenjie').Code} Code
 * @typedef {import('fenjie').Document} Contents What files hold, and where in them everything stands.
 *
 * @typedef {'zh' | 'en'} Lang
 * @typedef {'light' | 'dark'} Theme
 * @typedef {'tasks' | 'doubts' | 'network' | 'tables' | 'source'} ViewName
 * @typedef {'tasks' | 'units' | 'officials' | 'targets' | 'allocations' | 'diagnostics'} TableName
 * @typedef {'any' | 'lead' | 'participant'} RoleFilter
 *
 * @typedef {object} Filters What narrows the tasks down.
 * @property {string} query words that the task must contain, separated by spaces
 * @property {number | null} official an official's id
 * @property {number | null} unit a unit's id
 * @property {RoleFilter} role what that unit does
 * @property {boolean} targets only tasks with targets
 * @property {boolean} doubts only tasks with diagnostics
 *
 * @typedef {object} Explanation What a diagnostic code means.
 * @property {string} title
 * @property {string} title_zh
 * @property {string} text
 * @property {string} text_zh
 *
 * @typedef {object} Document A notice that was read, with what the views look up in it.
 * @property {string} name the file's name, or the sample's
 * @property {string} text the notice as it was given
 * @property {Notice} notice
 * @property {Contents | null} contents what it was read from, where that was files
 * @property {import('./model/lookup.js').Lookup} lookup
 * @property {Map<string, Explanation>} explanations by code
 * @property {number} milliseconds how long the parse took
 *
 * @typedef {object} Message Something to tell the reader: a key of the dictionary and its figures.
 * @property {import('./i18n/index.js').Key} key
 * @property {Record<string, string | number>} [values]
 * @property {boolean} [bad] whether something failed
 *
 * @typedef {object} State
 * @property {Document | null} document
 * @property {string | null} sample the sample that is shown
 * @property {boolean} busy whether a notice is being read
 * @property {Message | null} message
 * @property {ViewName} view
 * @property {Filters} filters
 * @property {string | null} selected the key of a fact
 * @property {string} origin which view selected it
 * @property {TableName} table
 * @property {Lang} lang
 * @property {Theme} theme
 */

export {};
