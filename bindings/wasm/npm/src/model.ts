// Made from the Rust types by `cargo xtask npm`; not to be changed by hand.

/**
 * A half-open range `[start, end]` of UTF-16 units in the text that was given, so that `text.slice(start, end)` is what
 * it stands for.
 */
export type Span = [start: number, end: number];

/** An exact decimal, as a string: `"20000000000"`, `"7.5"`. `toNumber` gives the nearest number. */
export type Decimal = string;

/** A day: `"2025-12-31"`. */
export type IsoDate = string;

/** The schema that this version writes and reads. */
export type Schema = "fenjie.notice/2";

/**
 * What sort of document it is.
 *
 * - `breakdown`: 责任分解, 任务分工: tasks with responsible units.
 * - `commitments`: 部门承诺事项: a department's commitments with their annual goals.
 * - `report`: 政府工作报告.
 * - `unknown`: None of these, or too little of one to say.
 */
export type NoticeKind =
  | "breakdown"
  | "commitments"
  | "report"
  | "unknown";

/**
 * A notice as read: its tables, and the text they were read from.
 *
 * The tables are public and plain; `tasks`, `officials` and `units`
 * walk from row to row without looking up ids.
 */
export interface Notice {
  /** The version of the document's form. */
  schema: Schema;
  /** What sort of document it is. */
  kind: NoticeKind;
  /** What it says of itself. */
  header: Header;
  /** The rules it states for reading its own lists. */
  conventions: Convention[];
  /** Its parts, in order. */
  parts: Part[];
  /** The headings that tasks stand under, in order. */
  sections: Section[];
  /** The officials, in order of their first appearance. */
  officials: Official[];
  /** The tasks, in order. */
  tasks: Task[];
  /** The bodies, in order of their first appearance. */
  units: Unit[];
  /** Who does what in which task, in order. */
  assignments: Assignment[];
  /** The checkable commitments, in order. */
  targets: Target[];
  /** The figures handed to counties by task tables. */
  allocations: Allocation[];
  /** The doubts, in order of their place. */
  diagnostics: Diagnostic[];
  /** What stands in the text that facts are made of, and how much of it is in facts. A document may be without it. */
  evidence: Evidence;
  /** Every line of the source, in order. A document may be without them. */
  blocks: Block[];
}

/** A document number (发文字号): `云政办发〔2025〕7号`. */
export interface DocumentNumber {
  /** The whole number, as printed. */
  text: string;
  /** The issuing body's mark (机关代字). */
  agency: string;
  /** The year in the bracket (年份). */
  year: number;
  /** The running number (发文顺序号). */
  serial: number;
  /** Where it stands; empty where a document does not say. */
  span: Span;
}

/** The meeting of a people's congress (人民代表大会) to which a work report was given: `云溪市第九届人民代表大会第四次会议`. */
export interface Session {
  /** The name of the meeting, as printed. */
  text: string;
  /** Which congress it is, counted by its terms (届): 9. */
  congress: number;
  /** Which session of that congress (次): 4. */
  session: number;
  /** Where it stands; empty where a document does not say. */
  span: Span;
}

/** What the notice says of itself. Everything that is not printed is null. */
export interface Header {
  /** The title (标题), its line breaks taken out. */
  title: string | null;
  /** The document number (发文字号). */
  document_number: DocumentNumber | null;
  /** The issuing body (发文机关). */
  issuer: string | null;
  /** The place that it governs: `云溪市`. */
  jurisdiction: string | null;
  /** Whom it addresses (主送机关), without the final colon. */
  addressees: string | null;
  /** Who signs it (发文机关署名). */
  signatory: string | null;
  /** The day it was adopted (成文日期). */
  issued: IsoDate | null;
  /** The day it was printed (印发日期). */
  printed: IsoDate | null;
  /** Who gets a copy (抄送机关). */
  cc: string | null;
  /** The meeting that a work report was given to. */
  session: Session | null;
  /** The titles of the attachments it lists (附件说明). */
  attachments: string[];
  /** The note below the date (附注): `此件公开发布`. */
  disclosure: string | null;
}

/** Position of a `Part` in `Notice.parts`. */
export type PartId = number;

/** Position of a `Section` in `Notice.sections`. */
export type SectionId = number;

/** Position of an `Official` in `Notice.officials`. */
export type OfficialId = number;

/** Position of a `Task` in `Notice.tasks`. */
export type TaskId = number;

/** Position of a `Unit` in `Notice.units`. */
export type UnitId = number;

/** Position of a `Target` in `Notice.targets`. */
export type TargetId = number;

/**
 * What a part of the notice holds.
 *
 * - `key_work`: 重点工作.
 * - `livelihood`: 民生实事.
 * - `outlook`: 今后五年.
 * - `commitments`: 部门承诺事项.
 * - `review`: A report's account of the past.
 * - `plan`: A report's plan for the year.
 * - `allocation`: 任务清单: figures handed to counties.
 */
export type PartKind =
  | "key_work"
  | "livelihood"
  | "outlook"
  | "commitments"
  | "review"
  | "plan"
  | "allocation";

/** A part of the notice: an annex, or the body where the tasks stand in it. */
export interface Part {
  /** Its position in `Notice.parts`. */
  id: PartId;
  /** Its title, as printed, its line breaks taken out; null where none is printed. */
  title: string | null;
  /** What it holds. */
  kind: PartKind;
  /** The first year of its period. */
  from: number | null;
  /** The last year of its period. */
  to: number | null;
  /** From its title to its last line. */
  span: Span;
}

/** An official (责任领导) as the notice names one. */
export interface Official {
  /** Its position in `Notice.officials`. */
  id: OfficialId;
  /** The name; null where only a post is printed. */
  name: string | null;
  /** The post (职务); null where only a name is printed. */
  post: string | null;
  /** What the official does for the tasks (`主抓`, `牵头`); null where a label says it. */
  duty: string | null;
  /** Where the official is named first; empty where a document does not say. */
  span: Span;
  /** What tells that these words name who answers: a label, the head of a column, a heading. */
  ground: Span | null;
}

/**
 * What a convention rules.
 *
 * - `first_listed_leads`: 列第一位的为牵头单位.
 * - `all_lead`: 均为同责单位; 无牵头单位的，责任单位即为牵头单位.
 * - `group_includes`: 各区县政府均含…: whom a group includes.
 * - `other`: Said of units that the notice marks (`除标注为“牵头”单位外`) or another rule that changes no reading.
 */
export type Rule =
  | "first_listed_leads"
  | "all_lead"
  | "group_includes"
  | "other";

/** A rule that the notice states for reading its own lists. */
export interface Convention {
  /** What it rules. */
  rule: Rule;
  /** The group whose members it names. */
  group: string | null;
  /** Whom the group includes beside its name's own meaning. */
  members: string[];
  /** Its words. */
  quote: string;
  /** Where they stand. */
  span: Span;
}

/** A heading that tasks stand under: `一、优化营商环境`, a line over a table, a category that a table prints once for several rows. */
export interface Section {
  /** Its position in `Notice.sections`. */
  id: SectionId;
  /** The part it stands in. */
  part: PartId;
  /** The section that it stands under; always one before it. */
  parent: SectionId | null;
  /** Its number, as printed. */
  number: string | null;
  /** Its words, without the number and without who answers. */
  title: string | null;
  /** The official whom it names for the tasks below. */
  official: OfficialId | null;
  /** Where the heading stands. */
  span: Span;
}

/** A task (任务): one numbered item together with its responsibility line. */
export interface Task {
  /** Its position in `Notice.tasks`. */
  id: TaskId;
  /** The part it stands in. */
  part: PartId;
  /** The official whose task it is. */
  official: OfficialId | null;
  /** The nearest heading that it stands under. */
  section: SectionId | null;
  /** Its number, as printed. */
  number: string | null;
  /** Its name, where it opens with one. */
  title: string | null;
  /** Its prose, without number, title and responsibility, and without the breaks that a page put into it. */
  text: string;
  /** Its own deadline, where one is printed. */
  due: Due | null;
  /**
   * How far this reading is ahead of the next best one, in thousandths of its own score: 0 where another is as good, 1000
   * where none comes near. Null where nothing had to be chosen.
   */
  margin: number | null;
  /** From its number to the end of its responsibility. */
  span: Span;
}

/**
 * What a unit does in a task.
 *
 * - `lead`: 牵头.
 * - `participant`: 配合, 参与, 协办.
 */
export type Role =
  | "lead"
  | "participant";

/**
 * What tells a unit's role.
 *
 * - `stated`: A mark (`牵头`), a label or a column.
 * - `first_listed`: The notice's rule that the first listed leads.
 * - `joint`: All share the lead (`A、B负责`, 同责单位).
 * - `sole`: It is the only unit.
 * - `default`: Nothing: the first listed was taken to lead.
 */
export type Basis =
  | "stated"
  | "first_listed"
  | "joint"
  | "sole"
  | "default";

/** A unit's part in a task. */
export interface Assignment {
  /** The task. */
  task: TaskId;
  /** The unit. */
  unit: UnitId;
  /** What it does. */
  role: Role;
  /** What tells its role. */
  basis: Basis;
  /** Whether a convention adds it and the line does not print it. */
  implied: boolean;
  /** The unit's words, as printed. */
  quote: string;
  /** Where they stand. */
  span: Span;
  /**
   * What tells the role besides these words: a label, a mark, the head of a column, a heading, or the rule that the notice
   * states; null where nothing does.
   */
  ground: Span | null;
}

/** A body (责任单位). */
export interface Unit {
  /** Its position in `Notice.units`. */
  id: UnitId;
  /** Its name, completed where a list hands a prefix or a suffix on. */
  name: string;
  /** Its other names (挂牌), as printed in a bracket behind it. */
  nameplates: string[];
  /** Whether it stands for many (`各区县政府`). */
  group: boolean;
}

/**
 * Whether a cell of a task table holds a figure.
 *
 * - `given`: It holds one.
 * - `not_applicable`: It holds `/`.
 * - `missing`: It is not there.
 */
export type CellState =
  | "given"
  | "not_applicable"
  | "missing";

/** The figure of one region in one row of a task table (任务分解到区县). */
export interface Allocation {
  /** The row's task, as printed. */
  text: string;
  /** The livelihood task that the row spells out. */
  task: TaskId | null;
  /** The name of the sub-row. */
  item: string | null;
  /** The region. */
  region: string;
  /** Its figure. */
  value: Decimal | null;
  /** Whether there is one. */
  state: CellState;
  /** The measure word of the row. */
  measure: string | null;
  /** The whole city's figure in the row. */
  total: Decimal | null;
  /** Where the cell stands. */
  span: Span;
}

/**
 * How the actual figure has to stand to the value of a target.
 *
 * - `eq`: 达到, 为, or a bare number.
 * - `ge`: 以上, 不少于, 不低于, 至少, ≥.
 * - `gt`: 超, 超过, 突破, 高于, 多, 余, >.
 * - `le`: 以内, 不超过, 以下, 最多, ≤.
 * - `lt`: 低于, 少于, <.
 * - `approx`: 左右, 约, 上下.
 * - `between`: A～B, A至B: from `value` to `value_max`.
 * - `in_step`: 与…同步: at the pace of the reference.
 */
export type Comparator =
  | "eq"
  | "ge"
  | "gt"
  | "le"
  | "lt"
  | "approx"
  | "between"
  | "in_step";

/**
 * What sort of statement a target makes.
 *
 * - `level`: The figure itself.
 * - `growth`: A change upwards said as such (增长, 提高, 增加).
 * - `decline`: A change downwards said as such (下降, 降低, 压减).
 * - `rank`: A place in a ranking (前三位, 第4).
 * - `relative`: A comparison with a reference instead of a number (高于全省平均).
 */
export type TargetKind =
  | "level"
  | "growth"
  | "decline"
  | "rank"
  | "relative";

/**
 * How strongly the notice commits itself.
 *
 * - `strive`: 力争, 争取.
 * - `ensure`: 确保.
 */
export type Strength =
  | "strive"
  | "ensure";

/**
 * Which way of writing a target it was read from.
 *
 * - `stated`: Indicator, then value: `新增学位7000个`.
 * - `counted`: A count before what is counted: `新建6个消防站`.
 * - `respectively`: Values handed out in order: `分别增长8%和9%`.
 * - `each`: One value for each of a list: `均`, `各`, or a list of indicators.
 * - `handed_on`: A verb handed on from the item before: `新增社会融资1800亿元、中长期贷款400亿元`.
 * - `elided`: The subject stands in the clause before: `覆盖率达到90%`.
 * - `change_of_that`: The change of the figure before: `达到3260亿元，增长12%`.
 * - `base_and_target`: A start and an end: `从77%提高到80%以上`.
 * - `ranking`: A place in a ranking: `居全省前三`.
 * - `comparison`: A comparison without a number: `高于全省平均`.
 */
export type TargetRule =
  | "stated"
  | "counted"
  | "respectively"
  | "each"
  | "handed_on"
  | "elided"
  | "change_of_that"
  | "base_and_target"
  | "ranking"
  | "comparison";

/** A deadline (完成时限). */
export interface Due {
  /** The words, as printed (`10月底前`); null where the part's period was taken. */
  text: string | null;
  /** The last day, where the notice's year allows to name it. */
  date: IsoDate | null;
  /** Whether the date was taken from the part's period, not from words of the task. */
  inferred: boolean;
}

/** A target (目标): an indicator, a comparator and a value, said of the task's year or period. */
export interface Target {
  /** Its position in `Notice.targets`. */
  id: TargetId;
  /** The task that it is read from. */
  task: TaskId;
  /** What is measured, as printed, in the fewest words that still name it. */
  indicator: string;
  /** How the actual figure has to stand to `value`. */
  comparator: Comparator;
  /** The number, exact, with 千, 万 and 亿 multiplied out; null in a relative target. */
  value: Decimal | null;
  /** The upper end where the comparator is `between`. */
  value_max: Decimal | null;
  /** The measure word or unit after the number, without the power of ten (`元`, `家`, `%`). */
  measure: string | null;
  /** What sort of statement it makes. */
  kind: TargetKind;
  /** The value it starts from (`从77%提高到80%以上`: 77). */
  base: Decimal | null;
  /** What a relative target is held against (`全省平均`). */
  reference: string | null;
  /** How strongly the notice commits itself; null where it only says so. */
  strength: Strength | null;
  /** When it is to be reached. */
  due: Due;
  /** The target that this one is a part of (`其中…`). */
  within: TargetId | null;
  /** Which way of writing it was read from; `stated` where a document does not say. */
  rule: TargetRule;
  /** The words of the commitment. */
  quote: string;
  /** Where the quote stands. */
  span: Span;
  /**
   * Words beside the quote that the target is made of: a subject that the clause leaves out, a verb that a list hands on,
   * the head of its column.
   */
  ground: Span | null;
}

/**
 * How much a diagnostic matters.
 *
 * - `note`: An inference worth knowing.
 * - `warning`: Read, but probably misprinted or inconsistent.
 * - `error`: Something of the notice was not understood.
 */
export type Severity =
  | "note"
  | "warning"
  | "error";

/**
 * The stable name of a kind of doubt. `explain` tells what each means.
 *
 * - `misprinted-label`: A label is not spelled as the genre spells it.
 * - `missing-responsibility`: A task has no responsibility of its own and inherits none.
 * - `numbering-gap`: The numbers of a run of items skip or repeat one.
 * - `broken-line-mended`: A page or line break stood inside a sentence or a name and was taken out.
 * - `assumed-lead`: Nothing says who leads; the first unit listed was taken.
 * - `duplicate-task`: The same item stands under two officials.
 * - `inconsistent-unit-name`: One body appears under two names.
 * - `missing-attachment`: An attachment is announced but not there.
 * - `inconsistent-target`: One indicator has two values.
 * - `doubtful-target`: A target can be read in more than one way.
 * - `number-out-of-range`: A number has more digits than an exact decimal holds.
 * - `sum-mismatch`: The parts do not add up to the printed total.
 * - `row-shifted`: A row has a cell more or fewer than its header.
 * - `subitem-count-mismatch`: The notice announces another number of items than it lists.
 * - `hidden-cells`: Rows or columns that are hidden in the file were read.
 * - `unread-part`: A part of the file was not read: a picture, a sheet that is hidden.
 * - `unread-evidence`: Words that facts are made of are in none.
 * - `doubtful-reading`: What was read does not look like what such a notice says.
 * - `unread-text`: Text that was given no place.
 * - `unknown-kind`: The text is not a notice of a kind that is read.
 */
export type Code =
  | "misprinted-label"
  | "missing-responsibility"
  | "numbering-gap"
  | "broken-line-mended"
  | "assumed-lead"
  | "duplicate-task"
  | "inconsistent-unit-name"
  | "missing-attachment"
  | "inconsistent-target"
  | "doubtful-target"
  | "number-out-of-range"
  | "sum-mismatch"
  | "row-shifted"
  | "subitem-count-mismatch"
  | "hidden-cells"
  | "unread-part"
  | "unread-evidence"
  | "doubtful-reading"
  | "unread-text"
  | "unknown-kind";

/** A doubt about a reading: what, how bad, where, and what to do. */
export interface Diagnostic {
  /** The kind of doubt. */
  code: Code;
  /** How much it matters. */
  severity: Severity;
  /** What was found, in English. */
  message: string;
  /** What was found, in Chinese. */
  message_zh: string;
  /** What a person may do about it, in English. */
  help: string | null;
  /** Where it was found. */
  span: Span;
  /** Other places that belong to the doubt: the first of two duplicates, say. */
  related: Span[];
}

/**
 * A kind of words that facts are made of.
 *
 * - `body`: The name of a body (单位).
 * - `label`: A label with its colon (责任单位：).
 * - `official`: A person's name beside a post or behind a label (领导).
 * - `quantity`: A number with its measure (数量).
 * - `deadline`: Words for a time by which something is to be done (时限).
 */
export type EvidenceKind =
  | "body"
  | "label"
  | "official"
  | "quantity"
  | "deadline";

/**
 * Why words that facts are made of are in none.
 *
 * - `head`: They stand in the head or the foot of the document.
 * - `furniture`: They are the page's or the web site's own.
 * - `title`: They belong to a title or a heading.
 * - `preamble`: They stand before the first task, where a notice says what it is about.
 * - `prose`: They stand in running text that sets no task: requirements, speeches.
 * - `history`: They look back on what was done.
 * - `quotation`: They stand between quotation marks, as names and slogans do.
 * - `mention`: A sentence names the body without asking it to answer.
 * - `size_class`: The number tells things of one size from others (`3亿元以上项目`).
 * - `given`: The number says what there is already, or what is paid to each.
 * - `period`: The number counts days, years or times.
 * - `score`: The number is a score or a weight.
 * - `manner`: The number says how things are done or what they are like, and is no figure to be reached.
 * - `column`: It stands in a column that no facts are made of (进展情况, 备注).
 * - `course`: The time belongs to words that commit to nothing that is counted.
 * - `contact`: A person whom to ask (责任人, 联系人), or the label before one.
 * - `empty`: Nothing stands behind the label.
 */
export type SetAside =
  | "head"
  | "furniture"
  | "title"
  | "preamble"
  | "prose"
  | "history"
  | "quotation"
  | "mention"
  | "size_class"
  | "given"
  | "period"
  | "score"
  | "manner"
  | "column"
  | "course"
  | "contact"
  | "empty";

/**
 * What became of words that facts are made of.
 *
 * - `read`: They are in a fact.
 * - `aside`: They are in none, for a reason.
 * - `unread`: They are in none, and nothing says why.
 */
export type Claim =
  | "read"
  | { aside: SetAside }
  | "unread";

/** Words that facts are made of, where they stand, and what became of them. */
export interface Occurrence {
  /** What they are. */
  kind: EvidenceKind;
  /** Where they stand. */
  span: Span;
  /** What became of them. */
  claim: Claim;
}

/** How many words of one kind stand in the text, and what became of them. */
export interface EvidenceCount {
  /** How many there are: the sum of the other three. */
  found: number;
  /** How many are in facts. */
  read: number;
  /** How many are set aside for a reason. */
  aside: number;
  /** How many are in no fact, and nothing says why. */
  unread: number;
}

/** The account of what stands in the text that facts are made of, kind by kind. */
export interface Evidence {
  /** Names of bodies. */
  bodies: EvidenceCount;
  /** Labels. */
  labels: EvidenceCount;
  /** Persons with posts or behind labels. */
  officials: EvidenceCount;
  /** Numbers with measures. */
  quantities: EvidenceCount;
  /** Times by which something is to be done. */
  deadlines: EvidenceCount;
}

/**
 * What a run of lines is in the notice.
 *
 * - `blank`: Nothing but white space.
 * - `furniture`: What the page or the web site put around the notice: page numbers, navigation, share buttons.
 * - `header`: The head and the foot of the official document (版头, 主体的标题和主送机关, 署名, 版记).
 * - `prose`: Running text that is neither a task nor part of the head: the notice's own instructions, speeches.
 * - `part_title`: The title of a part, with its `附件` mark.
 * - `heading`: A heading inside a part, an official's heading among them.
 * - `task`: The prose of a task.
 * - `responsibility`: A task's responsibility line or lines.
 * - `table`: A line of a table.
 * - `unread`: What could not be given a place; a diagnostic says so.
 */
export type BlockKind =
  | "blank"
  | "furniture"
  | "header"
  | "prose"
  | "part_title"
  | "heading"
  | "task"
  | "responsibility"
  | "table"
  | "unread";

/** A run of whole lines. The blocks of a notice follow each other without a gap, so that every line belongs to exactly one. */
export interface Block {
  /** What the lines are. */
  kind: BlockKind;
  /** From the first byte of the first line to the last byte of the last one, its line break included. */
  span: Span;
  /** Whether it carries on the sentence of an earlier block of its kind, across blank lines or page furniture. */
  continues: boolean;
}

/** An amount of text. */
export interface Amount {
  /** Lines; 0 where the notice has no source. */
  lines: number;
  /** UTF-8 bytes, line breaks included. */
  bytes: number;
}

/**
 * How much of a text was read as what. Every line is in exactly one of the five amounts; the evidence tells whether the words
 * that facts are made of are in facts.
 */
export interface Coverage {
  /** Facts: the head and the foot, titles, headings, tasks, responsibility, tables. */
  read: Amount;
  /** What the page or the web site put around the notice. */
  furniture: Amount;
  /** Nothing but white space. */
  blank: Amount;
  /** Running text that holds no task: instructions, speeches. */
  prose: Amount;
  /** What could not be given a place. */
  unread: Amount;
  /** What stands in the text that facts are made of; all zeros where the notice does not say. */
  evidence: Evidence;
}

/**
 * Whether an actual figure reaches a target, and by how much.
 *
 * Margins are told in the measure of the target and are never negative.
 */
export type Verdict =
  /** The figure is one that the target allows. */
  | {
      verdict: "satisfied";
      /** How far it lies from the nearest limit. */
      margin: Decimal;
    }
  /** The figure is one that the target does not allow. */
  | {
      verdict: "missed";
      /** How far it lies from the nearest limit; 0 where the limit itself is not enough (超过). */
      margin: Decimal;
    }
  /** The target has no number of its own (增速高于全省平均), or the margin does not fit the decimal type. */
  | { verdict: "undetermined" };

/**
 * How a later target stands to an earlier one of the same indicator.
 *
 * - `tightened`: It allows less than before.
 * - `loosened`: It allows more than before.
 * - `same`: It allows the same as before.
 * - `incomparable`: Neither holds: another kind, measures that do not convert, or ranges of which neither holds the other.
 */
export type Change =
  | "tightened"
  | "loosened"
  | "same"
  | "incomparable";

/** What a code means, why it matters, and what to do about it. */
export interface Explanation {
  /** The code explained. */
  code: Code;
  /** How much it matters. */
  severity: Severity;
  /** A few words, in English. */
  title: string;
  /** A few words, in Chinese. */
  title_zh: string;
  /** Some sentences, in English. */
  text: string;
  /** Some sentences, in Chinese. */
  text_zh: string;
  /**
   * The text of a small notice of an invented place that gives such a diagnostic; of one that only a file can give, the words
   * of such a file.
   */
  example: string;
}

/** Why a fact was read as it was. */
export interface Why {
  /**
   * The rule's stable name, as the document has it: a target's `rule`, an assignment's `basis`, or `group_includes` for
   * a unit that a convention adds.
   */
  rule: string;
  /** What the rule says, in English: a sentence. */
  text: string;
  /** What the rule says, in Chinese: a sentence. */
  text_zh: string;
  /** The words that it was read from. */
  quote: string;
  /** Where they stand. */
  span: Span;
  /** Other words that the rule rests on, where there are any. */
  ground: Ground | null;
}

/** Words that a rule rests on. */
export interface Ground {
  /** What they are. */
  kind: GroundKind;
  /** The words; empty where the notice has not got its text. */
  quote: string;
  /** Where they stand. */
  span: Span;
}

/**
 * What sort of words a rule rests on.
 *
 * - `convention`: A rule that the notice states for its own lists (列第一位的为牵头单位).
 * - `label`: The label of the list (牵头单位).
 * - `mark`: A word beside the unit (牵头, 配合).
 * - `column`: The head of the column in which the unit stands.
 * - `heading`: A heading that names the unit for all that stands below it.
 * - `clause`: Words of another clause or cell, which a target takes over.
 */
export type GroundKind =
  | "convention"
  | "label"
  | "mark"
  | "column"
  | "heading"
  | "clause";

/**
 * What a number is there for.
 *
 * - `cardinal`: An amount, counted or measured: `1.2万套`, `35～50名`, `三年`.
 * - `ratio`: A share, a multiple or a difference of shares: `5%`, `9‰`, `三分之一`, `翻一番`, `3个百分点`, `1∶1.5`.
 * - `per`: What an amount is counted by: `每千人`, `每百户`.
 * - `rank`: A place in a ranking: `第4`, `前三位`, `前50名`.
 * - `ordinal`: A number in a row of things: `第三产业`, `第二批`, `12号令`.
 * - `grade`: A grade: `三级`, `五星级`.
 * - `date`: A date or a time of day: `2025年3月`, `10月`, `2025-03-04`, `第三季度`, `8:30`.
 * - `document_number`: A document number: `〔2025〕7号`.
 * - `version`: A version: `2.0版`, `1.0.3`.
 * - `enumerator`: The number of an item in a list: `3.`, `（二）`, `一是`.
 * - `name`: Digits inside a name: `PM2.5`, `G60`, `8+4`, `十四五`, `“1168”`.
 */
export type QuantityKind =
  | "cardinal"
  | "ratio"
  | "per"
  | "rank"
  | "ordinal"
  | "grade"
  | "date"
  | "document_number"
  | "version"
  | "enumerator"
  | "name";

/**
 * Whether the value is what is printed.
 *
 * - `exact`: The value is exactly the number printed.
 * - `rounded`: The number has no end in decimals (三分之一) or more of them than the type holds; the last place is rounded.
 * - `overflow`: The number is larger than the type holds; the value is `Decimal.MAX` and means nothing.
 */
export type Precision =
  | "exact"
  | "rounded"
  | "overflow";

/** A number in a text with everything that belongs to it. */
export interface Quantity {
  /** The whole words: comparator, number and measure (`不少于1.2万套`). */
  span: Span;
  /** The digits and powers alone (`1.2万`); of a range, both numbers and what joins them. */
  number: Span;
  /** The number, with 千, 万 and 亿 multiplied out; the lower end of a range. */
  value: Decimal;
  /** The upper end of a range. */
  value_max: Decimal | null;
  /** How an actual figure has to stand to the value. */
  comparator: Comparator;
  /** The measure word or unit, as targets report it: `套`, `%`, `微克/立方米`. */
  measure: string | null;
  /** What the number is there for. */
  kind: QuantityKind;
  /** Whether the value is exactly what is printed. */
  precision: Precision;
}

/** A column of a table. */
export interface Column {
  /** Its head, as printed; of several lines the lowest that is not empty. */
  name: string;
  /** What stands below it. */
  kind: ColumnKind;
  /** Where its head stands; empty where it has none. */
  span: Span;
}

/**
 * What stands in a column.
 *
 * - `number`: 序号.
 * - `category`: 类别: a heading over several rows.
 * - `name`: 项目名称, 承诺事项: the name of a task.
 * - `content`: 工作任务, 主要内容: the words of a task.
 * - `item`: 子项: the name of a sub-row.
 * - `goal`: 年度目标: what is to be reached.
 * - `responsible`: 责任单位.
 * - `lead`: 牵头单位.
 * - `participant`: 配合单位.
 * - `lead_and_participant`: 牵头部门；参加部门: those that lead, and behind a semicolon those that take part.
 * - `division`: 责任分工: a sentence that hands out roles.
 * - `owner`: 部门: the body whose row it is.
 * - `leader`: 责任领导.
 * - `due`: 完成时限.
 * - `measure`: 单位, 计量单位: the measure word.
 * - `total`: 全市任务, 合计: the figure of the whole place.
 * - `region`: A place: its figure.
 * - `plan`: 年度计划投资: the money that the year's plan sets.
 * - `other`: 备注, 权重, or a head that is not known.
 */
export type ColumnKind =
  | "number"
  | "category"
  | "name"
  | "content"
  | "item"
  | "goal"
  | "responsible"
  | "lead"
  | "participant"
  | "lead_and_participant"
  | "division"
  | "owner"
  | "leader"
  | "due"
  | "measure"
  | "total"
  | "region"
  | "plan"
  | "other";

/** A table: its columns, and its rows from top to bottom, those of the header among them. */
export interface Grid {
  /** Its columns, as its header names them; empty where it has no header that is known. */
  columns: Column[];
  /** Its rows. */
  rows: Row[];
}

/** A row of a table. */
export interface Row {
  /** Its cells, put under the columns where the columns say clearly enough what belongs below them; as printed otherwise. */
  cells: Cell[];
  /** Whether it is a line of the header, or the header repeated on another page. */
  header: boolean;
  /** How many cells it has in the text. */
  printed: number;
  /** From its first character to its last. */
  span: Span;
}

/** A cell of a table. */
export interface Cell {
  /** Its words, without the breaks that a page put into them. */
  text: string;
  /** Where they stand in the text: a span for each line of the cell. An empty cell has one empty span. */
  spans: Span[];
}

/** What is known of a notice beside its text. */
export interface ParseOptions {
  /** The year of the notice, for parts and deadlines that print none; 1949 to 2199. */
  year?: number | null;
}

/** Why each assignment and each target of a notice was read as it was, in the order of their tables. */
export interface Whys {
  /** One for each row of `assignments`. */
  assignments: Why[];
  /** One for each row of `targets`. */
  targets: Why[];
}

/** How strictly targets are judged. */
export interface JudgingOptions {
  /**
   * How far `approx` (左右, 约) may be off, as a share of the value; `"0.05"` where nothing is said, so that 6%左右 is
   * 5.7 to 6.3.
   */
  tolerance?: string | null;
  /**
   * Whether a bare number (新建7所) is also reached by a better figure: more, and in a ranking a place further up.
   * True where nothing is said; otherwise it is reached by that number alone.
   */
  overFulfilment?: boolean | null;
}

/**
 * The name of what went wrong, by which the JavaScript side picks the class of the error.
 *
 * - `not-utf8`: The bytes are not UTF-8.
 * - `binary`: The bytes are no text at all.
 * - `too-long`: The text has more bytes than a span can address.
 * - `unreadable-format`: The file is of a kind that is not read.
 * - `broken-file`: The file is damaged, or is not what it begins as.
 * - `too-large`: The file holds more than a file may.
 * - `options`: An option has a value without sense, or does not exist.
 * - `document`: What was given is no notice document, or no target.
 * - `reference`: A row of the notice refers to a row that is not there.
 * - `source-mismatch`: The text is not the one that the notice was read from.
 * - `decimal`: What was given as a figure is no decimal.
 * - `unknown-code`: No diagnostic has that code.
 * - `other`: What this version has no name for.
 */
export type FailureCode =
  | "not-utf8"
  | "binary"
  | "too-long"
  | "unreadable-format"
  | "broken-file"
  | "too-large"
  | "options"
  | "document"
  | "reference"
  | "source-mismatch"
  | "decimal"
  | "unknown-code"
  | "other";

/** An error on its way to JavaScript. */
export interface Failure {
  /** What went wrong. */
  code: FailureCode;
  /** What went wrong, in words. */
  message: string;
  /** The byte at which decoding failed. */
  offset: number | null;
}

/**
 * The words of a file, or of several that make one notice, with what plain text cannot say: which of them are the cells of a
 * table, and where each stands in the file.
 *
 * The crate `fenjie-files` makes one of a web page, a Word file, a sheet; `parse_document` reads it. Tables
 * and origins are in the order of the text.
 */
export interface Document {
  /** All words, a paragraph a line. A table takes whole lines: a row begins on a line of its own, and a tab parts the cells. */
  text: string;
  /** The tables. */
  tables: DocumentTable[];
  /** Where the pieces of the text stand. */
  origins: Origin[];
  /** The names of the files it was read from, in order. */
  files: string[];
  /** What the words do not show of the files. */
  remarks: Remark[];
}

/** A table whose cells are known. */
export interface DocumentTable {
  /** The lines of the text that it takes. */
  span: Span;
  /** Its cells, from left to right and from top to bottom. */
  cells: DocumentCell[];
}

/** A cell of a table, and over which places of the table it goes. */
export interface DocumentCell {
  /** Its words. */
  span: Span;
  /** Its first row, counted from 0. */
  row: number;
  /** Its first column, counted from 0. */
  column: number;
  /** Over how many rows it goes, 1 at least. */
  rows: number;
  /** Over how many columns it goes, 1 at least. */
  columns: number;
}

/** Where a piece of the text stands. */
export interface Origin {
  /** The piece. */
  span: Span;
  /** The position of its file among `Document.files`. */
  file: number;
  /** Where in the file it stands. */
  place: Place;
}

/**
 * Something of a file that nobody sees in the words that were read of it. `parse_document` gives a
 * diagnostic for each.
 */
export interface Remark {
  /** What it is. */
  kind: RemarkKind;
  /** Where it is: the first of the words that are meant, or an empty span where they would stand. */
  origin: Origin;
}

/**
 * What a `Remark` says.
 *
 * - `hidden_rows`: So many rows of a sheet with words are hidden, and were read; the place is in the first.
 * - `hidden_columns`: So many columns of a sheet with words are hidden, and were read; the place is in the first.
 * - `hidden_sheet`: A sheet is hidden, and was not read.
 * - `picture`: A picture, whose words were not read: a page that was scanned, a photograph among the files.
 */
export type RemarkKind =
  | { hidden_rows: number }
  | { hidden_columns: number }
  | "hidden_sheet"
  | "picture";

/**
 * A place in a file, as somebody who has it open would name it. Everything is counted from 1.
 *
 * - `line`: A line of a plain text.
 * - `paragraph`: A paragraph of a text document or a web page, those in tables not counted.
 * - `cell`: A cell of a table of a text document or a web page.
 * - `sheet`: A cell of a workbook.
 * - `page`: A line of a page.
 */
export type Place =
  | { line: number }
  | { paragraph: number }
  | {
      cell: {
        /** Which of the file's tables. */
        table: number;
        /** The row. */
        row: number;
        /** The column. */
        column: number;
      };
    }
  | {
      sheet: {
        /** The name of the sheet. */
        sheet: string;
        /** The row. */
        row: number;
        /** The column. */
        column: number;
      };
    }
  | {
      page: {
        /** The page. */
        page: number;
        /** The line on it. */
        line: number;
      };
    };

/**
 * A kind of file.
 *
 * - `text`: Plain text, Markdown or separated values, in any encoding.
 * - `html`: A web page, whole or a part.
 * - `docx`: Word 2007 and later.
 * - `doc`: Word 97 to 2003, and what WPS writes as `.wps`.
 * - `odt`: A text of OpenDocument.
 * - `xlsx`: Excel 2007 and later.
 * - `xls`: Excel 97 to 2003, and what WPS writes as `.et`.
 * - `ods`: A spreadsheet of OpenDocument.
 * - `pdf`: PDF.
 * - `scan`: A PDF whose pages are pictures, or whose fonts do not tell which characters they show.
 * - `ofd`: OFD, the national format for documents with a fixed layout (GB/T 33190).
 * - `rtf`: Rich text.
 * - `slides`: Slides.
 * - `image`: A picture.
 * - `archive`: Packed files.
 * - `encrypted`: A document under a password.
 * - `binary`: Anything else that is no text.
 */
export type Format =
  | "text"
  | "html"
  | "docx"
  | "doc"
  | "odt"
  | "xlsx"
  | "xls"
  | "ods"
  | "pdf"
  | "scan"
  | "ofd"
  | "rtf"
  | "slides"
  | "image"
  | "archive"
  | "encrypted"
  | "binary";

/**
 * What `Options` limit.
 *
 * - `unpacked`: Bytes when unpacked.
 * - `cells`: Cells of tables.
 * - `depth`: Elements inside each other.
 */
export type Limit =
  | "unpacked"
  | "cells"
  | "depth";

/** What is known of files beside their bytes. */
export interface FilesOptions {
  /** The encoding of texts and pages that do not say it themselves, such as `gb18030`; found out where nothing is said. */
  encoding?: string | null;
  /** The year of the notice, for parts and deadlines that print none; 1949 to 2199. */
  year?: number | null;
}

/** An error on its way to JavaScript, and the file that it is about. */
export interface FileFailure {
  /** What went wrong. */
  code: FailureCode;
  /** What went wrong, in words. */
  message: string;
  /** The byte at which decoding failed. */
  offset: number | null;
  /** The name of the file, where it is about one. */
  file: string | null;
  /** What the file is, or begins as. */
  format: Format | null;
  /** What it has too much of. */
  limit: Limit | null;
}
