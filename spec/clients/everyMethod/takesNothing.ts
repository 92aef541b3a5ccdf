import type { Aurous } from 'rushes/aurous';
import type { Creatify } from 'rushes/creatify';
import type { MagicHour } from 'rushes/magic-hour';
import type { Sync } from 'rushes/sync';

/** The paths of all methods below `Owner` that take nothing, as the types have them. */
type TakingNothing<Owner, Prefix extends string = ''> = {
  [Name in keyof Owner & string]: Owner[Name] extends (...args: infer Given) => unknown
    ? Given extends readonly []
      ? `${Prefix}${Name}`
      : never
    : TakingNothing<Owner[Name], `${Prefix}${Name}.`>;
}[keyof Owner & string];

/** Does not compile with a path too many or too few. */
type Paths<Vendor> = Readonly<Record<Exclude<TakingNothing<Vendor>, 'close' | 'intents'>, true>>;

const creatify: Paths<Creatify> = {
  'htmlInteractiveAds.styles': true,
  'personas.listV2': true,
  'voices.list': true,
  'voices.count': true,
  'musics.categories': true,
  'inspirations.list': true,
  'customTemplates.list': true,
  remainingCredits: true,
};
const sync: Paths<Sync> = {
  'models.list': true,
  'voices.list': true,
  errors: true,
  healthcheck: true,
};
const magicHour: Paths<MagicHour> = { account: true };
const aurous: Paths<Aurous> = { balance: true };

/** Methods without parameters, by provider: what they are given all the same is nothing to them. */
export const TAKES_NOTHING: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  creatify,
  sync,
  'magic-hour': magicHour,
  aurous,
};
