// gwr document 1.0.0. Written by `python -m scripts.generate` from the schema; do not edit.

/** A place that fits where the document does not decide between several. */
export interface Candidate {
  /** Full official name. */
  name: string;
  /** Its code in the revision used. */
  code: string;
  /** From the province down to the place. */
  path: string[];
}

/** Whether the whole report is there. */
export interface Completeness {
  /**
   * complete: the text is all there, even without its title line; truncated: it breaks off; fragment: a middle
   * piece.
   */
  status: "complete" | "truncated" | "fragment";
  /** The parts that are not there. */
  missing: ("title" | "opening" | "review" | "plan" | "closing")[];
  /** The page of a paged publication this is. */
  page: Page | null;
}

/** A value that a person set, with what was read without it. */
export interface Correction {
  /** What was corrected: set with the field's name; heading, indicator or line with words as printed. */
  address: string;
  /** What the conversion reads, as JSON. */
  before: string;
  /** What the person says, as JSON. */
  after: string;
  /** Who says so. */
  author: string;
  /** Why. */
  reason: string;
  /** Where the words stand; null for a field. */
  span: Span | null;
}

/** What could not be read or does not fit. */
export interface Diagnostic {
  /** Stable name of what was noticed. */
  code: string;
  /** error: the document may be wrong there; warning: something is missing or odd; info: for the record. */
  severity: "error" | "warning" | "info";
  /** For people. */
  message: string;
  /** Where it was noticed. */
  span: Span | null;
}

/** A government work report (政府工作报告) with the characters every value came from. */
export interface Document {
  /** Version of this schema. */
  schema_version: "1.0.0";
  /**
   * Place code, report year and 12 hex digits of the input's digest; an unknown part is x; a child of a
   * compilation adds its number.
   */
  id: string;
  producer: Producer;
  /** A page with one report of a compilation is a government_work_report; a compilation holds several. */
  document_type: "government_work_report" | "compilation" | "resolution" | "other";
  source: SourceText;
  metadata: Metadata;
  completeness: Completeness;
  /** The report as a tree; its paragraphs cover all body text once. */
  sections: Section[];
  /** Statements about the indicators of the code list, in reading order. */
  indicators: Indicator[];
  /** For each indicator that a plan is expected to name: stated, absent, section_missing or unread. */
  targets_status: Record<string, "stated" | "absent" | "section_missing" | "unread">;
  /** Glossary entries. */
  notes: Note[];
  /** Livelihood projects (民生实事). */
  projects: Project[];
  /** A partition of source.text: each row starts where the one before ends. Empty in the children of a compilation. */
  ledger: LedgerRow[];
  /** Flaws of the source that were mended or noticed. */
  noise: Noise[];
  /** What could not be read or does not fit. */
  diagnostics: Diagnostic[];
  /** The values that people set; left out where there are none. */
  corrections?: Correction[];
  /** The reports of a compilation; null for everything else. */
  reports: Document[] | null;
}

/** One statement about one indicator of the report's own jurisdiction. */
export interface Indicator {
  /** Indicator id of the code list, e.g. gdp. */
  id: string;
  /** The indicator's standard Chinese name. */
  name: string;
  /** actual: reported as reached; estimate: 预计 governs the figure; target: planned. */
  kind: "actual" | "estimate" | "target";
  /** "2024" for a year, "2021-2025" for sums, averages and statements about every year of a period. */
  period: string;
  /** The level as printed, without its unit; null where none is printed or it is replaced by a placeholder. */
  value: number | null;
  /** Upper end of a range of levels. */
  value_high: number | null;
  /** Unit of the value as printed, multiplier included: 亿元, 万人, %. */
  unit: string | null;
  /** The value in base units (元, 人, 平方米, 吨 …), multiplier applied. */
  value_base: number | null;
  /** The base unit. */
  unit_base: string | null;
  /** Change in growth_unit; negative for a fall; lower end of a range. */
  growth: number | null;
  /** Upper end of a range of growth. */
  growth_high: number | null;
  /** fold is end ÷ start: 翻番 is 2, 增长1.1倍 is 2.1. */
  growth_unit: "%" | "percentage_point" | "fold" | null;
  /** Bound of the value where there is one, else of the growth. */
  comparator: "eq" | "about" | "at_least" | "at_most" | "range" | "sync" | "above_other" | "qualitative";
  /** Bound of the growth where value and growth are printed with different bounds. */
  growth_comparator: "eq" | "about" | "at_least" | "at_most" | "range" | "sync" | "above_other" | "qualitative" | null;
  /** What the figure measures within its period. */
  basis: "year" | "annual_average" | "sum" | "whole_period";
  /** 力争, 确保, 预期, 争取 … as printed. */
  verb: string | null;
  /** 在实际工作中努力争取更好结果 or the like follows. */
  stretch: boolean;
  /**
   * For targets: hard where 确保, 必须, 完成, 控制在 or a bound that must not be broken governs it, soft for 力争, 争取, 预期,
   * 左右.
   */
  strength: "hard" | "soft" | null;
  /** What a relative target refers to: 经济增长, 全国平均, 国家下达目标. */
  reference: string | null;
  /** By how many percentage points the target lies above (or below, negative) its reference. */
  reference_difference: number | null;
  /** The shortest stretch of the source that holds name and figures. */
  quote: string;
  /** Where the quote stands. */
  span: Span;
  /** Id of the section the statement stands in. */
  section: string | null;
  /** Id of the paragraph the statement stands in. */
  paragraph: string | null;
}

/** The place the report speaks for, with its GB/T 2260 code as of the report's year. */
export interface Jurisdiction {
  /** Full official name; with the city for a district: 沈阳市铁西区. */
  name: string | null;
  /** Rank of the place in the administration. */
  level: "national" | "province" | "prefecture" | "county" | "township" | null;
  /** Six digits; null for the nation, for anonymised and for undecided places. */
  code: string | null;
  /** The revision of the table the code was taken from. */
  code_revision: string | null;
  /** From the province down to the place. */
  path: string[];
  /** The place is printed as XX区 or the like. */
  anonymised: boolean;
  /** The places that fit where the document does not decide. */
  candidates: Candidate[];
}

/** A run-in topic sentence. */
export interface Lead {
  /** The sentence, with its mark or number. */
  text: string;
  /** Where it stands. */
  span: Span;
}

/** One piece of the partition of source.text. */
export interface LedgerRow {
  /** The piece. */
  span: Span;
  /** front (title, meeting, speaker, contents), body, removed (not the report's) or layout (white space). */
  fate: "front" | "body" | "removed" | "layout";
  /** For removed text one of the published kinds; for front text title, meeting, speaker or contents. */
  kind: string | null;
  /** The rule that decided. */
  rule: string | null;
}

/** The session of the people's congress the report was given to. */
export interface Meeting {
  /** As printed: 铁西区第十九届人民代表大会. */
  congress: string | null;
  /** 第十九届 is 19. */
  term: number | null;
  /** 第四次会议 is 4. */
  session: number | null;
}

/** The masthead, and what the site's chrome says about publication. */
export interface Metadata {
  /** The fullest title printed, without site decoration. */
  title: string | null;
  /** The place the report speaks for. */
  jurisdiction: Jurisdiction;
  /** The year in the report's name, else the plan year. */
  report_year: number | null;
  /** The year looked back on; the last one where several are. */
  review_year: number | null;
  /** The year planned for. */
  plan_year: number | null;
  /** YYYY-MM-DD, or YYYY-MM where no day is printed. */
  delivered_on: string | null;
  /** The session the report was given to. */
  meeting: Meeting | null;
  /** Who gave it. */
  speaker: Speaker | null;
  /** When the site published it. */
  published_on: string | null;
  /** 来源 as printed, else the site's name as printed. */
  publisher: string | null;
  /** What decided each field: spans, or what the page states about itself. */
  evidence: Record<string, (Span | Stated)[]>;
}

/** A flaw of the source that was mended or noticed. */
export interface Noise {
  /** What is wrong. */
  kind: "injected" | "censored" | "placeholder" | "broken_line" | "split_heading" | "glued_heading" | "duplicate" | "lost_character";
  /** The characters affected. */
  text: string;
  /** Where; it starts on the first line affected. */
  span: Span;
}

/** A glossary entry and the places in the body that point to it. */
export interface Note {
  /** As printed; null for an unnumbered entry. */
  number: number | null;
  /** What is explained, with its quotation marks where they are printed. */
  term: string;
  /** The explanation as printed. */
  definition: string;
  /** The whole entry. */
  span: Span;
  /** The explanation. */
  definition_span: Span;
  /** Spans of the anchors ([1]) in the body. */
  anchors: Span[];
}

/** A user's lexicon that lay over the built-in ones. */
export interface OwnLexicon {
  /** What it calls itself, or what its file is called. */
  name: string;
  /** Its version, if it says so. */
  version: string | null;
  /** Digest of its file. */
  sha256: string;
}

/** Page 5 of 21. */
export interface Page {
  /** This page. */
  number: number;
  /** How many there are, if the page says so. */
  of: number | null;
}

/** A paragraph of the body, less what was removed from it. */
export interface Paragraph {
  /** Unique within the document; facts refer to it. */
  id: string;
  /** Its characters, removed ones and line breaks left out. */
  text: string;
  /** Where it stands. */
  span: Span;
  /** Run-in topic sentences. */
  leads: Lead[];
}

/** The program that wrote the document. */
export interface Producer {
  /** Always gwr. */
  name: string;
  /** Version of the program, not of the schema. */
  version: string;
  /** Which built-in words were used: 12 hex digits of the digest of the program's lexicons and table of places. */
  lexicons?: string | null;
  /** The user's lexicons that lay over them, in order; left out where there are none. */
  own_lexicons?: OwnLexicon[];
}

/** One livelihood project (民生实事). */
export interface Project {
  /** As printed; null for an unnumbered entry. */
  number: number | null;
  /** The project as printed, without its number. */
  text: string;
  /** Where the text stands. */
  span: Span;
}

/** A heading and what stands under it. */
export interface Section {
  /** Unique within the document; facts refer to it. */
  id: string;
  /** What the section is for. */
  role: "opening" | "review" | "achievements" | "problems" | "acknowledgements" | "requirements" | "targets" | "tasks" | "self_government" | "closing" | "annex" | "other";
  /** The cue that decided the role. */
  evidence: string | null;
  /** 1 for the outermost sections, one more for each step in. */
  level: number;
  /** As printed: 一、 or (一). */
  number: string | null;
  /** The heading without its number; null for an untitled opening or closing. */
  title: string | null;
  /** Where the title stands. */
  title_span: Span | null;
  /** From the heading's number to the end of what stands under it. */
  span: Span;
  /** What stands under the heading before its first subsection. */
  paragraphs: Paragraph[];
  /** Its subsections. */
  sections: Section[];
}

/** One page of a document that was joined of several; where one page's span ends and the next begins is a seam. */
export interface SourcePage {
  /** File name of the page, without its folder. */
  name: string;
  /** Which page it is, if it or its name says so. */
  number: number | null;
  /** How many there are, if the page says so. */
  of: number | null;
  /** What its content is. */
  media_type: string;
  /** Encoding its bytes were decoded with. */
  encoding: string | null;
  /** Its size. */
  bytes: number;
  /** Digest of its bytes. */
  sha256: string;
  /** Where it was fetched from, if the caller says so. */
  url: string | null;
  /** When it was fetched, if the caller says so. */
  retrieved_at: string | null;
  /** Where its text stands in source.text. */
  span: Span;
}

/** The input and its decoded, linearised text, which all spans point into. */
export interface SourceText {
  /** File name of the input, without its folder. */
  name: string;
  /** What the content is, whatever the file is called: text/plain, text/html … */
  media_type: string;
  /** Encoding the bytes were decoded with; null where the format has none of its own. */
  encoding: string | null;
  /** Size of the input. */
  bytes: number;
  /** Digest of the input bytes; for joined pages of their digests, one after the other in hexadecimal. */
  sha256: string;
  /** Where the input was fetched from, if the caller or the archive says so. */
  url: string | null;
  /** When it was fetched, if the caller or the archive says so. */
  retrieved_at: string | null;
  /** Digest of text in UTF-8; restoring prints exactly that. */
  text_sha256: string;
  /**
   * The text all spans point into. Null in the children of a compilation, whose spans point into the parent's
   * text.
   */
  text: string | null;
  /** What the spans of this document are counted in; left out where it is code points, as is the rule. */
  offsets?: "code_points" | "utf16";
  /** The pages of a joined document, in order; left out where there are none. */
  pages?: SourcePage[];
}

/** Half-open [start, end) offsets into source.text; Unicode code points unless source.offsets names others. */
export type Span = [number, number];

/** Who gave the report. */
export interface Speaker {
  /** Without inner spaces. */
  name: string;
  /** Office as printed, acting status included (代市长). */
  title: string | null;
}

/** Evidence outside the visible text. */
export interface Stated {
  /** Where the page says it: meta PubDate. */
  origin: string;
  /** What it says. */
  text: string;
}
