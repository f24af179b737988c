/** Names of months, short ones too, in small letters: German, French, Spanish, Italian, Portuguese, Dutch and English. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  'jan,january,januar,jänner,jän,janv,janvier,ene,enero,gen,gennaio,janeiro,januari',
  'feb,february,februar,feber,févr,fév,fevr,février,febrero,febbraio,fev,fevereiro,februari',
  'mar,march,mrz,mär,märz,maerz,mars,marzo,março,mrt,maart',
  'apr,april,avr,avril,abr,abril,aprile',
  'may,mai,mayo,mag,maggio,maio,mei',
  'jun,june,juni,juin,junio,giu,giugno,junho',
  'jul,july,juli,juil,juillet,julio,lug,luglio,julho',
  'aug,august,août,aout,ago,agosto,augustus',
  'sep,sept,september,septembre,septiembre,set,settembre,setembro',
  'oct,october,okt,oktober,octobre,octubre,ott,ottobre,out,outubro',
  'nov,november,novembre,noviembre,novembro',
  'dec,december,dez,dezember,déc,décembre,dic,diciembre,dicembre,dezembro',
].map((names) => names.split(','));

const numbers = new Map(MONTH_NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

/**
 * The number of a month, from 1; undefined for no name of one.
 * @param name in any case, without a point
 */
export const monthNumber = (name: string): number | undefined => numbers.get(name.toLowerCase());

const ENGLISH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/i;

/**
 * Whether the engine knows the name of a month itself.
 * @param name in any case
 */
export const isEnglishMonth = (name: string): boolean => ENGLISH.test(name);
