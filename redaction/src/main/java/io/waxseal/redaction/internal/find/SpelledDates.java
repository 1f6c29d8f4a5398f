package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.GenericChecks;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/**
 * Reads a date of which the month is a word, or whose parts are marked by words, from its first character on. Reads a
 * bounded number of characters.
 */
final class SpelledDates {

  private static final int MONTH = 1;
  private static final int ORDINAL = 1 << 1;
  private static final int FILLER = 1 << 2;
  private static final int YEAR_MARK = 1 << 3;
  private static final int MONTH_MARK = 1 << 4;
  private static final int DAY_MARK = 1 << 5;
  private static final int MOST_FILLERS = 6;
  private static final Lexicon WORDS = words();

  private final Text text;
  private int number;

  SpelledDates(Text text) {
    this.text = text;
  }

  private static Lexicon words() {
    Lexicon.Builder words = new Lexicon.Builder(0);
    words.add(MONTH, """
        january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec
        enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, ene, abr, ago, dic
        janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro, fev, mai, set, out, dez
        januar, jänner, februar, märz, maerz, juni, juli, oktober, dezember, mrz, okt
        janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre, janv, févr, avr, juil, déc
        gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre, gen, mag, giu, lug, ott
        januari, februari, maart, mei, augustus, mrt, maret, pebruari, agustus, desember, agu, agt, des
        stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia, styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień
        января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря, январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь, янв, фев, апр, авг, сен, сент, окт, ноя, дек
        січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня
        ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık
        जनवरी, फरवरी, फ़रवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर, सितम्बर, अक्टूबर, अक्तूबर, नवंबर, नवम्बर, दिसंबर, दिसम्बर
        يناير, فبراير, مارس, أبريل, ابريل, إبريل, مايو, يونيو, يونيه, يوليو, يوليه, أغسطس, سبتمبر, أكتوبر, اكتوبر, نوفمبر, ديسمبر, كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول, جانفي, فيفري, أفريل, ماي, جوان, جويلية, أوت
        فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند, ژانویه, فوریه, آوریل, مه, ژوئن, ژوئیه, اوت, سپتامبر, اکتبر, نوامبر, دسامبر
        جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر
        জানুয়ারি, জানুয়ারী, ফেব্রুয়ারি, ফেব্রুয়ারী, মার্চ, এপ্রিল, মে, জুন, জুলাই, আগস্ট, সেপ্টেম্বর, অক্টোবর, নভেম্বর, ডিসেম্বর
        januari, februari, machi, aprili, agosti, septemba, oktoba, novemba, desemba
        ינואר, פברואר, מרץ, מרס, אפריל, מאי, יוני, יולי, אוגוסט, ספטמבר, אוקטובר, נובמבר, דצמבר, בינואר, בפברואר, במרץ, במרס, באפריל, במאי, ביוני, ביולי, באוגוסט, בספטמבר, באוקטובר, בנובמבר, בדצמבר
        maí, joulukuuta, tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, elokuuta, syyskuuta, lokakuuta, marraskuuta, augusti
        ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince, ianuarie, februarie, martie, aprilie, iunie, iulie, septembrie, octombrie, noiembrie, decembrie
        január, február, március, április, május, június, július, augusztus, szeptember, október, ιανουαρίου, φεβρουαρίου, μαρτίου, απριλίου, μαΐου, ιουνίου, ιουλίου, αυγούστου, σεπτεμβρίου, οκτωβρίου, νοεμβρίου, δεκεμβρίου
        มกราคม, กุมภาพันธ์, มีนาคม, เมษายน, พฤษภาคม, มิถุนายน, กรกฎาคม, สิงหาคม, กันยายน, ตุลาคม, พฤศจิกายน, ธันวาคม
        """);
    words.add(
        ORDINAL, "st, nd, rd, th, er, re, ère, ème, eme, e, o, a, º, ª, го, th of, va, ste, de");
    words.add(FILLER, "de, del, do, da, di, of, of the, the, d', năm, को, এর, à");
    words.add(YEAR_MARK, "年, 년, năm");
    words.add(MONTH_MARK, "月, 월, tháng");
    words.add(DAY_MARK, "日, 일, 号, 號");
    return words.build();
  }

  /** The index after the day, month and year, in any usual order, that begin at {@code from}; or -1. */
  int day(int from) {
    int after = number(from, 4);
    if (after < 0) {
      int month = word(from, MONTH);
      int day = month < 0 ? -1 : dayAt(fillers(month));
      return day < 0 ? -1 : year(fillers(ordinal(day)));
    }
    if (after - from > 2) {
      return GenericChecks.isYear(number) ? Math.max(afterYear(after), monthAndDay(after)) : -1;
    }
    if (number < 1 || number > 31) {
      return -1;
    }
    int month = word(fillers(ordinal(after)), MONTH);
    if (month < 0) {
      month = numbered(spaces(after));
    }
    return month < 0 ? numeric(after) : year(fillers(month));
  }

  /** The index after the month and the whole year, each behind a mark of the same kind, or -1. */
  private int numeric(int dayEnd) {
    if (dayEnd >= text.length() || "./-".indexOf(text.charAt(dayEnd)) < 0) {
      return -1;
    }
    int month = dayAt(dayEnd + 1);
    boolean same = month > 0
        && month < text.length()
        && text.charAt(month) == text.charAt(dayEnd)
        && number(month + 1, 4) > 0;
    return same ? year(month + 1) : -1;
  }

  /** "/04/17" behind a year: the index after the day, or -1. */
  private int monthAndDay(int yearEnd) {
    if (yearEnd >= text.length() || "./-".indexOf(text.charAt(yearEnd)) < 0) {
      return -1;
    }
    int month = number(yearEnd + 1, 2);
    boolean same = month > 0
        && number >= 1
        && number <= 12
        && month < text.length()
        && text.charAt(month) == text.charAt(yearEnd);
    return same ? dayAt(month + 1) : -1;
  }

  /** The index after the month and year that begin at {@code from}, in words or as four digits in one piece; or -1. */
  int month(int from) {
    int month = word(from, MONTH);
    return month < 0 ? monthAndYear(from) : year(fillers(month));
  }

  /** "0927", as terminals print the end of a card's validity. */
  private int monthAndYear(int from) {
    int after = number(from, 4);
    boolean fits = after - from == 4
        && number / 100 >= 1
        && number / 100 <= 12
        && GenericChecks.isExpiryYear(number % 100);
    return fits && (after == text.length() || !Chars.isLetter(text.charAt(after))) ? after : -1;
  }

  private int afterYear(int after) {
    int marked = word(spaces(after), YEAR_MARK);
    if (marked > 0) {
      int month = number(spaces(marked), 2);
      int monthMark = month < 0 || number < 1 || number > 12 ? -1 : word(spaces(month), MONTH_MARK);
      int day = monthMark < 0 ? -1 : dayAt(spaces(monthMark));
      return day < 0 ? -1 : Math.max(day, word(spaces(day), DAY_MARK));
    }
    int month = word(fillers(after), MONTH);
    return month < 0 ? -1 : dayAt(fillers(month));
  }

  /** "Tháng 5": a month by its number behind the word for a month. */
  private int numbered(int from) {
    int word = word(from, MONTH_MARK);
    int month = word < 0 ? -1 : number(spaces(word), 2);
    return month > 0 && number >= 1 && number <= 12 ? month : -1;
  }

  private int dayAt(int from) {
    int after = number(from, 2);
    return after > 0 && number >= 1 && number <= 31 ? after : -1;
  }

  /** Four digits, or two that cannot be the hour of a day that follows. */
  private int year(int from) {
    int start = from < text.length() && isApostrophe(text.charAt(from)) ? from + 1 : from;
    int after = number(start, 4);
    if (after < 0 || (after < text.length() && text.charAt(after) == ':')) {
      return -1;
    }
    int digits = after - start;
    boolean whole = digits == 4 && GenericChecks.isYear(number);
    boolean end = after >= text.length() || !Chars.isSpace(text.charAt(after));
    return whole || (digits == 2 && (number > 31 || end || start > from)) ? after : -1;
  }

  /** The index after at most so many digits with no other directly behind, which become the number; or -1. */
  private int number(int from, int most) {
    int i = from;
    int value = 0;
    while (i < text.length() && i - from <= most && Chars.digit(text, i) >= 0) {
      value = value * 10 + Chars.digit(text, i);
      i += Character.isHighSurrogate(text.charAt(i)) ? 2 : 1;
    }
    number = value;
    return i == from || i - from > most ? -1 : i;
  }

  private int word(int from, int kind) {
    if (from < 0 || from >= text.length()) {
      return -1;
    }
    long match = WORDS.longest(text, from, text.length());
    return (Lexicon.flags(match) & kind) != 0 ? from + Lexicon.flagsLength(match) : -1;
  }

  private int ordinal(int from) {
    return Math.max(from, word(from, ORDINAL));
  }

  private int spaces(int from) {
    int i = from;
    while (i < text.length() && i - from < 3 && Chars.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The index after marks and small words that stand between the parts of a date. */
  private int fillers(int from) {
    int i = from;
    for (int n = 0; n < MOST_FILLERS && i < text.length(); n++) {
      char c = text.charAt(i);
      int word = word(i, FILLER);
      if (Chars.isSpace(c) || Chars.isInvisible(c) || Chars.separator(c) != 0 || isComma(c)) {
        i++;
      } else if (word > i && word(i, MONTH) < 0) {
        i = word;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '،' || c == '־';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
