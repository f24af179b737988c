import { MONTH_NAMES } from '../../engine/csv/times/month-names.ts';

/** Names of the days of the week from Monday on, by language; without accents, in small letters. */
const WEEKDAYS: readonly string[] = [
  'monday,mon,mo|tuesday,tues,tue,tu|wednesday,wed,we|thursday,thurs,thur,thu,th|friday,fri,fr|saturday,sat,sa|sunday,sun,su',
  'montag,mo|dienstag,di|mittwoch,mi|donnerstag,do|freitag,fr|samstag,sonnabend,sa|sonntag,so',
  'lundi,lun,lu|mardi,mar,ma|mercredi,mer,me|jeudi,jeu,je|vendredi,ven,ve|samedi,sam,sa|dimanche,dim,di',
  'lunes,lun,lu|martes,mar,ma|miercoles,mie,mi|jueves,jue,ju|viernes,vie,vi|sabado,sab,sa|domingo,dom,do',
  'lunedi,lun,lu|martedi,mar,ma|mercoledi,mer,me|giovedi,gio,gi|venerdi,ven,ve|sabato,sab,sa|domenica,dom,do',
  'segunda-feira,segunda,seg|terca-feira,terca,ter|quarta-feira,quarta,qua|quinta-feira,quinta,qui|sexta-feira,sexta,sex|sabado,sab|domingo,dom',
  'maandag,ma|dinsdag,di|woensdag,wo|donderdag,do|vrijdag,vr|zaterdag,za|zondag,zo',
  'mandag,man|tisdag,tirsdag,tis,tir|onsdag,ons|torsdag,tors,tor|fredag,fre|lordag,lor|sondag,son',
  'poniedziałek,pon|wtorek,wto,wt|sroda,sro,sr|czwartek,czw|piatek,pia,pt|sobota,sob|niedziela,niedz,nie,nd',
  'pondeli,po|utery,ut|streda,st|ctvrtek,ct|patek,pa|sobota,so|nedele,ne',
];

/** "Mär." → mar */
const plain = (name: string): string =>
  name.trim().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/giu, 'o').toLowerCase();

const placesOf = (names: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((spellings, i) => spellings.map((name) => [plain(name), i] as const)));

const CALENDARS: readonly ReadonlyMap<string, number>[] = [
  ...WEEKDAYS.map((days) => placesOf(days.split('|').map((spellings) => spellings.split(',')))),
  placesOf(MONTH_NAMES),
];

/** Two names alone may be anything: "so" and "do", "may" and "mar". */
const FEWEST = 3;

/**
 * The places of days of the week, or of months, in the calendar; null where a name is none of one language's, or too few are there.
 * Weeks begin on Monday.
 * @param names all different
 * @returns e.g. [4, 0, 6] for Fri, Mon, Sun
 */
export function calendarPlaces(names: readonly string[]): number[] | null {
  if (names.length < FEWEST) return null;
  const spelled = names.map(plain);
  const calendar = CALENDARS.find((places) => spelled.every((name) => places.has(name)));
  return calendar === undefined ? null : spelled.map((name) => calendar.get(name) ?? 0);
}

/** Items in the order of the calendar, where their names are days of the week or months; else as they are. */
export function inCalendarOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const places = calendarPlaces(items.map(nameOf));
  if (places === null) return [...items];
  return items
    .map((item, i) => ({ item, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
