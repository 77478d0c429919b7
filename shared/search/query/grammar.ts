/*
 * The query language as data: its grammar, operators, and questions about links. The parser, the evaluation, the completion, the
 * reference in shared/README.md and the help of the window read this file, and field-words.ts for the fields.
 */

/** The grammar in EBNF; terminals stand in double quotes, `letters` are anything but blanks, quotes and parentheses. */
export const GRAMMAR = `
query      = [ either ] ;
either     = both , { "OR" , both } ;
both       = negatable , { [ "AND" ] , negatable } ;
negatable  = [ "NOT" | "-" ] , primary ;
primary    = "(" , either , ")" | links | condition | term ;

condition  = field , operator , ( term | range | "(" , values , ")" ) ,
             { modifier (* only via: and confidence:, after crosses:, shared-by:, via: and confidence: *) } ;
field      = name , { "." , name } ;
operator   = ":" , [ compare ] | compare ;
compare    = "=" | "!=" | "<" | "<=" | ">" | ">=" ;
values     = both values , { "OR" , both values } ;
both values= value , { "AND" , value } ;
value      = [ "NOT" | "-" ] , ( [ compare ] , term | range | "(" , values , ")" ) ;
range      = "[" , term , "TO" , term , "]" ;

links      = walk , ":" , primary , { modifier } ;
walk       = "linked" | "uses" | "used-by" | "upstream" | "downstream" ;
modifier   = "hops:" , number | "via:" , ( term | "(" , term , { "OR" , term } , ")" )
           | "confidence:" , ( term | "(" , term , { "OR" , term } , ")" ) ;

term       = word , [ "~" ] | '"' , { character | escape } , '"' ;
word       = { letters | escape | "*" | "?" } ;
escape     = "\\" , character ;
`.trim();

/** An operator or other sign with what it does. */
export interface Described {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
}

/** How conditions are joined, strongest first. */
export const CONNECTIVES: readonly Described[] = [
  { name: '-  NOT', meaning: 'what follows is not so', example: '-has:cmek' },
  {
    name: 'AND',
    meaning: 'both are so; blanks between conditions mean the same',
    example: 'kind:job AND state:failed',
  },
  { name: 'OR', meaning: 'one of them is so; weaker than AND', example: 'state:failed OR state:cancelled' },
  { name: '( )', meaning: 'belongs together', example: '(churn OR fraud) location:us-central1' },
];

/** How values are compared. */
export const OPERATORS: readonly Described[] = [
  {
    name: ':',
    meaning: 'has the value: as a whole word in texts, as the whole value in names, places and labels',
    example: 'accelerator:A100',
  },
  { name: '=', meaning: 'is exactly the value (capitals do not matter)', example: 'title=demand-forecast' },
  {
    name: '!=',
    meaning: 'has a value, and one that is different; unlike a negation it never finds what has none',
    example: 'imageUri!=*@sha256:*',
  },
  { name: '>  >=  <  <=', meaning: 'compares numbers, durations, sizes and times', example: 'created:>2026-01-01' },
  {
    name: '[a TO b]',
    meaning: 'lies between, both ends included; * is an open end',
    example: 'created:[2026-10 TO *]',
  },
  { name: '(a OR b)', meaning: 'any of several values', example: 'state:(failed OR cancelled)' },
];

/** Forms of words and values. */
export const TERMS: readonly Described[] = [
  {
    name: 'word',
    meaning: 'stands anywhere in title, name, label, place, state, kind, or title of a resource it links to',
    example: 'forecast',
  },
  {
    name: '"exact words"',
    meaning: 'these words in this order; signs mean nothing in it',
    example: '"demand forecast"',
  },
  { name: 'word~', meaning: 'one letter may be wrong', example: 'forcast~' },
  { name: '*  ?', meaning: 'any text, any one character', example: 'location:europe-*' },
  { name: '\\', meaning: 'takes the next character as it is', example: 'title:what\\?' },
  {
    name: 'dates',
    meaning: 'a year, month, day or RFC 3339 time in UTC; a year, month or day is all of it',
    example: 'created:2026-11',
  },
  {
    name: '-7d',
    meaning: 'that long ago: s, min, h, d, w, mo, y; the future without sign or with +',
    example: 'nextRotationTime:<30d',
  },
];

/** Ways of a question about links. */
export type Walk = 'linked' | 'uses' | 'used-by' | 'upstream' | 'downstream';

/** A question about links, or a property that links give a resource. */
export interface Predicate extends Described {
  readonly value: 'query' | 'relation' | 'has' | 'count' | 'crossing' | 'confidence' | 'finding' | 'number';
  /** Words that may stand for it. */
  readonly aliases?: readonly string[];
}

/** Questions about links; `hops:` is 1 where nothing is said, all the way for `upstream` and `downstream`. */
export const WALKS: Readonly<Record<Walk, Predicate>> = {
  linked: {
    name: 'linked',
    value: 'query',
    meaning: 'has a link, in either direction, with something the query in parentheses finds',
    example: 'kind:job linked:(kind:bucket location:us) hops:2',
  },
  uses: {
    name: 'uses',
    value: 'query',
    meaning: 'names something the query finds',
    example: 'uses:(kind:secret)',
    aliases: ['depends-on'],
  },
  'used-by': {
    name: 'used-by',
    value: 'query',
    meaning: 'is named by something the query finds',
    example: 'kind:bucket used-by:(kind:job state:failed)',
  },
  upstream: {
    name: 'upstream',
    value: 'query',
    meaning:
      'its data, code or models can have come into what the query finds; networks, keys and accounts are ends of the way',
    example: 'upstream:(kind:model demand-forecast)',
  },
  downstream: {
    name: 'downstream',
    value: 'query',
    meaning: 'data of what the query finds can have come into it; networks, keys and accounts are ends of the way',
    example: 'downstream:(kind:bucket clickstream) hops:3',
  },
};

/** The question about links that a name means; undefined for other names. */
export function walkNamed(name: string): Walk | undefined {
  const lower = name.toLowerCase();
  const walks = Object.keys(WALKS) as Walk[];
  return walks.find((walk) => walk === lower || (WALKS[walk].aliases?.includes(lower) ?? false));
}

/** The other words of the language that are not fields of resources. */
export const PREDICATES = {
  via: {
    name: 'via',
    value: 'relation',
    meaning: 'takes part in a link of this relation; after a question about links, only such links count',
    example: 'kind:bucket via:LOADS_CODE_FROM',
  },
  confidence: {
    name: 'confidence',
    value: 'confidence',
    meaning: 'takes part in a link known this surely; after a question about links, only such links count',
    example: 'kind:job confidence:heuristic',
  },
  hops: {
    name: 'hops',
    value: 'number',
    meaning: 'after a question about links: at most this many links away',
    example: 'linked:(kind:key) hops:2',
  },
  has: {
    name: 'has',
    value: 'has',
    meaning: 'names such a resource, or has a value in this field',
    example: 'kind:job -has:cmek',
  },
  'shared-by': {
    name: 'shared-by',
    value: 'count',
    meaning: 'this many different resources name it',
    example: 'kind:account shared-by:>5',
  },
  crosses: {
    name: 'crosses',
    value: 'crossing',
    meaning: 'has a link to another project or region; where either end is not known, nothing is said',
    example: 'kind:job crosses:region via:WRITES_TO',
  },
  finding: {
    name: 'finding',
    value: 'finding',
    meaning: 'has a finding of this rule, severity or family; unknown and accepted ones by these words',
    example: 'finding:high',
  },
} as const satisfies Readonly<Record<string, Predicate>>;

/** Whole queries that show the language, each valid. */
export const EXAMPLES: readonly Described[] = [
  {
    name: 'Failed jobs of this year in Europe',
    meaning: 'conditions side by side must all hold',
    example: 'kind:job state:failed location:europe-* created:>2026-01-01',
  },
  {
    name: 'Jobs whose disks no customer-managed key protects',
    meaning: 'a negation',
    example: 'kind:job -has:cmek',
  },
  {
    name: 'Jobs that run as a default account',
    meaning: 'a wildcard in a look-up by the linked resource',
    example: 'kind:job sa:*@developer.*',
  },
  {
    name: 'A100 jobs of one team',
    meaning: 'a label and a field of the document',
    example: 'label.team:vision accelerator:A100',
  },
  {
    name: 'What two links lead to a bucket in the US',
    meaning: 'a question about links',
    example: 'linked:(kind:bucket location:us) hops:2',
  },
  {
    name: 'All that went into a model',
    meaning: 'along the flow of the data',
    example: 'upstream:(kind:model title=demand-forecast)',
  },
  {
    name: 'Keys that turn soon',
    meaning: 'a time to come',
    example: 'kind:key nextRotationTime:<30d',
  },
];
